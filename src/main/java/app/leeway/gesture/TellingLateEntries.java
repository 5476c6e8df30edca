package app.leeway.gesture;

import app.leeway.notification.Notification;
import app.leeway.notification.Notifier;
import app.leeway.organization.LateEntryRules;
import app.leeway.organization.Organization;
import app.leeway.organization.Person;
import app.leeway.organization.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/**
 * Tells the manager when somebody logs many late entries on one day: once for the person and day,
 * with how many they are by then and what they come to.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class TellingLateEntries {

    private static final String OF_THE_DAY =
            """
            SELECT count(*) AS count, coalesce(sum(cost_minor), 0)::bigint AS cost_minor
              FROM gesture WHERE person_id = :person AND late AND received_at >= :since
            """;
    private static final String ONCE =
            """
            INSERT INTO late_entries_told (person_id, day) VALUES (:person, :day)
                ON CONFLICT DO NOTHING
            """;

    @Inject Jdbi jdbi;

    @Inject Notifier telling;

    /**
     * @param late decisions that have been written; nothing happens when there are none
     */
    void tell(List<Decision> late) {
        Map<Long, ResolvedRequest> lastOfEach = new TreeMap<>();
        late.forEach(
                decision -> lastOfEach.put(decision.draft().actor().personId(), decision.draft()));
        lastOfEach.values().forEach(this::tell);
    }

    private void tell(ResolvedRequest draft) {
        Organization organization = draft.premises().organization();
        LateEntryRules rules = organization.lateEntries();
        ZoneId zone = organization.zoneOf(draft.place());
        LocalDate day = LocalDate.ofInstant(draft.receivedAt(), zone);
        AfterTheFactReport.Sum sum = sum(draft.actor().personId(), day, zone);
        if (sum.count() >= rules.number() && isFirst(draft, day)) {
            telling.tell(
                    managers(organization, draft).stream()
                            .map(manager -> word(manager, draft, sum))
                            .toList());
        }
    }

    private AfterTheFactReport.Sum sum(long personId, LocalDate day, ZoneId zone) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(OF_THE_DAY)
                                .bind("person", personId)
                                .bind("since", day.atStartOfDay(zone).toInstant())
                                .map(AfterTheFactReport.MAPPER)
                                .one());
    }

    private boolean isFirst(ResolvedRequest draft, LocalDate day) {
        return jdbi.withHandle(
                        handle ->
                                handle.createUpdate(ONCE)
                                        .bind("person", draft.actor().personId())
                                        .bind("day", day)
                                        .execute())
                > 0;
    }

    /** The nearest above the place, never the person themselves; leaders where there is none. */
    private static List<Person> managers(Organization organization, ResolvedRequest draft) {
        List<Person> others =
                organization.people().stream()
                        .filter(person -> person.id() != draft.actor().personId())
                        .toList();
        for (String unit : draft.places()) {
            List<Person> there =
                    others.stream()
                            .filter(p -> p.roles().contains(Role.MANAGER) && p.at().equals(unit))
                            .toList();
            if (!there.isEmpty()) {
                return there;
            }
        }
        return others.stream().filter(p -> p.roles().contains(Role.LEADER)).toList();
    }

    private static Notification word(
            Person manager, ResolvedRequest draft, AfterTheFactReport.Sum sum) {
        return new Notification(
                manager.id(),
                LateEntryNotification.MANY,
                draft.id().toString(),
                Map.of(
                        "who", Long.toString(draft.actor().personId()),
                        "count", Long.toString(sum.count()),
                        "amount", Long.toString(sum.costMinor()),
                        "place", draft.place()),
                false);
    }
}
