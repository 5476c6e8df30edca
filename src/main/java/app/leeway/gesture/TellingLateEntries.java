package app.leeway.gesture;

import app.leeway.notification.Notification;
import app.leeway.notification.Notifier;
import app.leeway.organization.LateEntryRules;
import app.leeway.organization.Organization;
import app.leeway.organization.Person;
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
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Tells the manager when somebody logs many late entries on one day: once for the person and day,
 * with how many they are by then and what they come to.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class TellingLateEntries {

    private static final String OF_THE_DAY =
            "SELECT count(*), coalesce(sum(cost_minor), 0) FROM gesture"
                    + " WHERE person_id = ? AND late AND received_at >= ?";
    private static final String ONCE =
            "INSERT INTO late_entries_told (person_id, day) VALUES (?, ?) ON CONFLICT DO NOTHING";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @Inject Notifier telling;

    /**
     * @param late decisions that have been written; nothing happens when there are none
     */
    void tell(List<Decision> late) {
        if (late.isEmpty()) {
            return;
        }
        Map<Long, ResolvedRequest> lastOfEach = new TreeMap<>();
        late.forEach(
                decision -> lastOfEach.put(decision.draft().actor().personId(), decision.draft()));
        try (Connection connection = database.getConnection()) {
            for (ResolvedRequest draft : lastOfEach.values()) {
                tell(connection, draft);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("late entries could not be told of", e);
        }
    }

    private void tell(Connection connection, ResolvedRequest draft) throws SQLException {
        Organization organization = draft.premises().organization();
        LateEntryRules rules = organization.lateEntries();
        ZoneId zone = organization.zoneOf(draft.place());
        LocalDate day = LocalDate.ofInstant(draft.receivedAt(), zone);
        AfterTheFactReport.Sum sum = sum(connection, draft.actor().personId(), day, zone);
        if (sum.count() >= rules.number() && isFirst(connection, draft, day)) {
            telling.tell(
                    managers(organization, draft).stream()
                            .map(manager -> word(manager, draft, sum))
                            .toList());
        }
    }

    private static AfterTheFactReport.Sum sum(
            Connection connection, long personId, LocalDate day, ZoneId zone) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OF_THE_DAY)) {
            select.setLong(1, personId);
            select.setObject(2, day.atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new AfterTheFactReport.Sum(row.getLong(1), row.getLong(2));
            }
        }
    }

    private static boolean isFirst(Connection connection, ResolvedRequest draft, LocalDate day)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ONCE)) {
            insert.setLong(1, draft.actor().personId());
            insert.setObject(2, day);
            return insert.executeUpdate() > 0;
        }
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
