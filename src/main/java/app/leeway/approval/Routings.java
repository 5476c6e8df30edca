package app.leeway.approval;

import app.leeway.absence.Absences;
import app.leeway.organization.Actor;
import app.leeway.organization.Organizations;
import app.leeway.organization.Role;
import app.leeway.shared.jdbc.RecordMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Who may decide, as the organization and the circumstances are at this moment. */
@ApplicationScoped
class Routings {

    private static final String RELATIONS =
            """
            SELECT person_id, customer_id FROM relation_in_force
             WHERE customer_id = ANY (:customers)
            """;

    private record Relation(long personId, long customerId) {}

    @Inject Jdbi jdbi;

    @Inject Organizations organizations;

    @Inject Absences absences;

    @Inject Clock clock;

    /** For exceptions of these customers; null among them is nobody. */
    @Transactional(TxType.MANDATORY)
    Routing about(Collection<Long> customers) {
        List<Long> named = customers.stream().filter(Objects::nonNull).distinct().toList();
        return new Routing(
                organizations.current(),
                new Circumstances(
                        named.isEmpty() ? Map.of() : relations(named),
                        absences.at(clock.instant())));
    }

    /**
     * What somebody may decide, for a query: what the company file gives them, and the realm too.
     */
    @Transactional(TxType.MANDATORY)
    List<Remit> remits(Actor actor) {
        return about(List.of()).remits(actor.personId()).stream()
                .filter(r -> actor.is(Role.MANAGER) || r.isLeadership() && actor.is(Role.LEADER))
                .toList();
    }

    private Map<Long, Set<Long>> relations(List<Long> customers) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(RELATIONS)
                                .bindArray("customers", Long.class, customers)
                                .map(RecordMapper.of(Relation.class))
                                .collect(
                                        Collectors.groupingBy(
                                                Relation::personId,
                                                Collectors.mapping(
                                                        Relation::customerId,
                                                        Collectors.toSet()))));
    }
}
