package app.leeway.approval;

import app.leeway.absence.Absences;
import app.leeway.organization.Actor;
import app.leeway.organization.Organizations;
import app.leeway.organization.Role;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;

/** Who may decide, as the organization and the circumstances are at this moment. */
@ApplicationScoped
class Routings {

    private static final String RELATIONS =
            "SELECT person_id, customer_id FROM relation_in_force WHERE customer_id = ANY (?)";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @Inject Organizations organizations;

    @Inject Absences absences;

    @Inject Clock clock;

    /** For exceptions of these customers; null among them is nobody. */
    @Transactional(TxType.MANDATORY)
    Routing about(Collection<Long> customers) {
        Object[] named = customers.stream().filter(Objects::nonNull).distinct().toArray();
        return new Routing(
                organizations.current(),
                new Circumstances(
                        named.length == 0 ? Map.of() : relations(named),
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

    private Map<Long, Set<Long>> relations(Object[] customers) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(RELATIONS)) {
            select.setArray(1, connection.createArrayOf("bigint", customers));
            Map<Long, Set<Long>> relations = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    relations
                            .computeIfAbsent(row.getLong(1), person -> new HashSet<>())
                            .add(row.getLong(2));
                }
            }
            return relations;
        } catch (SQLException e) {
            throw new IllegalStateException("who has a relation to whom could not be read", e);
        }
    }
}
