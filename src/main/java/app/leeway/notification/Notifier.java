package app.leeway.notification;

import app.leeway.shared.JsonParts;
import app.leeway.shared.jdbc.ArrayInsert;
import app.leeway.shared.jdbc.RecordMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Tells people something, in the transaction of what it tells of: either both are there or neither.
 * It is in the app with the commit; what leaves the app, by push and mail, leaves it afterwards.
 */
@ApplicationScoped
public class Notifier {

    private static final String READ =
            "UPDATE word SET read_at = ? WHERE subject = ? AND read_at IS NULL";
    private static final String OVER =
            """
            DELETE FROM sending s USING word w
             WHERE w.id = s.word_id AND w.subject = ?
               AND s.sent_at IS NULL AND s.dead_at IS NULL
            """;
    private static final String DEVICES =
            "SELECT person_id, id FROM push_subscription WHERE person_id = ANY (:people)";

    private record Device(long personId, UUID id) {}

    @Inject Jdbi jdbi;

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
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        jdbi.useHandle(handle -> write(handle, notifications, people, now));
        told.fire(new NotificationsSent(people));
    }

    /**
     * What was told of this is over: it counts as read, and what has not left the app yet does not
     * leave it any more. What there is to say of its end is told afterwards.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void silence(String subjectId) {
        jdbi.useHandle(
                handle -> {
                    handle.execute(READ, clock.instant(), subjectId);
                    handle.execute(OVER, subjectId);
                });
    }

    private void write(
            Handle handle, List<Notification> notifications, Set<Long> people, Instant now) {
        Map<Long, NotificationChoice> choices = NotificationPreferences.of(handle, people);
        Map<Long, List<UUID>> devices = devices(handle, people);
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
        rows.write(handle);
        sendings.write(handle);
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

    private static Map<Long, List<UUID>> devices(Handle handle, Set<Long> people) {
        return handle.createQuery(DEVICES)
                .bindArray("people", Long.class, people)
                .map(RecordMapper.of(Device.class))
                .collect(
                        Collectors.groupingBy(
                                Device::personId,
                                Collectors.mapping(Device::id, Collectors.toList())));
    }

    private static String json(Map<String, String> values) {
        JsonObjectBuilder facts = JsonParts.object();
        values.forEach(facts::add);
        return facts.build().toString();
    }
}
