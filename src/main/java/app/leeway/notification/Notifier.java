package app.leeway.notification;

import app.leeway.shared.JsonParts;
import app.leeway.shared.jdbc.ArrayInsert;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Tells people something, in the transaction of what it tells of: either both are there or neither.
 * It is in the app with the commit; what leaves the app, by push and mail, leaves it afterwards.
 */
@ApplicationScoped
public class Notifier {

    private static final String READ =
            "UPDATE word SET read_at = ? WHERE subject = ? AND read_at IS NULL";
    private static final String OVER =
            "DELETE FROM sending s USING word w WHERE w.id = s.word_id AND w.subject = ?"
                    + " AND s.sent_at IS NULL AND s.dead_at IS NULL";
    private static final String DEVICES =
            "SELECT person_id, id FROM push_subscription WHERE person_id = ANY(?)";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @Inject Clock clock;
    @Inject Zones zones;
    @Inject MailAccount mail;
    @Inject NotificationTypes types;
    @Inject Event<NotificationsSent> told;

    /**
     * Each notification once, to each person named in it; nothing happens when there are none.
     *
     * @throws IllegalStateException when no feature registered the type of one
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tell(List<Notification> notifications) {
        if (notifications.isEmpty()) {
            return;
        }
        notifications.forEach(notification -> types.check(notification.type()));
        Set<Long> people =
                notifications.stream().map(Notification::personId).collect(Collectors.toSet());
        try (Connection connection = database.getConnection()) {
            write(
                    connection,
                    notifications,
                    people,
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
        } catch (SQLException e) {
            throw new IllegalStateException("what is to be told could not be written", e);
        }
        told.fire(new NotificationsSent(people));
    }

    /**
     * What was told of this is over: it counts as read, and what has not left the app yet does not
     * leave it any more. What there is to say of its end is told afterwards.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void silence(String subjectId) {
        try (Connection connection = database.getConnection();
                PreparedStatement read = connection.prepareStatement(READ);
                PreparedStatement delete = connection.prepareStatement(OVER)) {
            read.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            read.setString(2, subjectId);
            read.executeUpdate();
            delete.setString(1, subjectId);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("what is over could not be kept from leaving", e);
        }
    }

    private void write(
            Connection connection, List<Notification> notifications, Set<Long> people, Instant now)
            throws SQLException {
        Map<Long, NotificationChoice> choices = NotificationPreferences.of(connection, people);
        Map<Long, List<UUID>> devices = devices(connection, people);
        ArrayInsert rows =
                new ArrayInsert(
                        "word",
                        "id uuid",
                        "person_id bigint",
                        "what text",
                        "subject text",
                        "facts text",
                        "urgent boolean",
                        "at timestamptz");
        ArrayInsert sendings =
                new ArrayInsert(
                        "sending",
                        "word_id uuid",
                        "channel text",
                        "push_id uuid",
                        "not_before timestamptz");
        for (Notification notification : notifications) {
            UUID id = UUID.randomUUID();
            rows.add(
                    id,
                    notification.personId(),
                    notification.type().code(),
                    notification.subjectId(),
                    json(notification.values()),
                    notification.urgent(),
                    now);
            NotificationChoice choice =
                    choices.getOrDefault(notification.personId(), NotificationChoice.USUAL);
            List<UUID> to =
                    choice.push()
                            ? devices.getOrDefault(notification.personId(), List.of())
                            : List.of();
            send(sendings, id, notification, choice, to, now);
        }
        rows.write(connection);
        sendings.write(connection);
    }

    private void send(
            ArrayInsert sendings,
            UUID id,
            Notification notification,
            NotificationChoice choice,
            List<UUID> devices,
            Instant now) {
        Optional<Instant> when =
                choice.quiet() == null
                        ? Optional.of(now) // and nobody is asked where they are
                        : choice.when(
                                now, notification.urgent(), zones.of(notification.personId()));
        if (when.isEmpty()) {
            return;
        }
        devices.forEach(device -> sendings.add(id, "push", device, when.get()));
        if (choice.mailTo() != null && mail.isOpen()) {
            sendings.add(id, "mail", null, when.get());
        }
    }

    private static Map<Long, List<UUID>> devices(Connection connection, Set<Long> people)
            throws SQLException {
        Map<Long, List<UUID>> devices = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(DEVICES)) {
            select.setArray(1, connection.createArrayOf("bigint", people.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    devices.computeIfAbsent(row.getLong(1), person -> new ArrayList<>())
                            .add(row.getObject(2, UUID.class));
                }
            }
        }
        return devices;
    }

    private static String json(Map<String, String> values) {
        JsonObjectBuilder facts = JsonParts.object();
        values.forEach(facts::add);
        return facts.build().toString();
    }
}
