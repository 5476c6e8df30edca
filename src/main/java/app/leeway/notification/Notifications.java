package app.leeway.notification;

import app.leeway.organization.Actor;
import app.leeway.shared.JsonParts;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;

/** What people were told, and have or have not read: everybody sees their own. */
@ApplicationScoped
public class Notifications {

    /**
     * A place in the list: unread first, the newest first.
     *
     * @param read whether it lies among those that were read
     */
    public record Position(boolean read, long seq) {

        public static Position of(StoredNotification notification) {
            return new Position(notification.isRead(), notification.seq());
        }

        /**
         * @throws IllegalArgumentException when it is none
         */
        public static Position parse(String text) {
            if (!text.matches("[01]:\\d{1,18}")) {
                throw new IllegalArgumentException(text + " is no place in the list");
            }
            return new Position(text.charAt(0) == '1', Long.parseLong(text.substring(2)));
        }

        @Override
        public String toString() {
            return (read ? "1:" : "0:") + seq;
        }
    }

    /** Of {@code word w}, for {@link #notification}. */
    static final String COLUMNS =
            "w.seq, w.id, w.person_id, w.what, w.subject, w.facts, w.urgent, w.at, w.read_at";

    private static final String MINE =
            "SELECT "
                    + COLUMNS
                    + """
                       FROM word w
                      WHERE person_id = :person AND ((read_at IS NOT NULL), -seq) > (:read, :place)
                      ORDER BY (read_at IS NOT NULL), seq DESC LIMIT :limit
                    """;
    private static final String ONE =
            "SELECT " + COLUMNS + " FROM word w WHERE id = :id AND person_id = :person";
    private static final String UNREAD =
            "SELECT count(*) FROM word WHERE person_id = :person AND read_at IS NULL";

    @Inject Jdbi jdbi;

    /**
     * @param after null: from the beginning
     * @return up to {@code limit} of the actor's own
     */
    @Transactional // or the connection stays with the request: see CompanyRevision
    public List<StoredNotification> mine(Actor actor, Position after, int limit) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(MINE)
                                .bind("person", actor.personId())
                                .bind("read", after != null && after.read())
                                .bind("place", after == null ? Long.MIN_VALUE : -after.seq())
                                .bind("limit", limit)
                                .map(Notifications::notification)
                                .list());
    }

    @Transactional
    public long unread(Actor actor) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(UNREAD)
                                .bind("person", actor.personId())
                                .mapTo(Long.class)
                                .one());
    }

    /**
     * @throws RefusedException NOT_FOUND for one that is not the actor's
     */
    @Transactional
    public StoredNotification get(Actor actor, UUID id) {
        return jdbi.withHandle(
                        handle ->
                                handle.createQuery(ONE)
                                        .bind("id", id)
                                        .bind("person", actor.personId())
                                        .map(Notifications::notification)
                                        .findOne())
                .orElseThrow(
                        () ->
                                new RefusedException(
                                        Refusal.NOT_FOUND, "You have no notification " + id + "."));
    }

    static StoredNotification notification(RowView row) {
        return new StoredNotification(
                row.getColumn("seq", Long.class),
                row.getColumn("id", UUID.class),
                row.getColumn("person_id", Long.class),
                row.getColumn("what", String.class),
                row.getColumn("subject", String.class),
                facts(row.getColumn("facts", String.class)),
                row.getColumn("urgent", Boolean.class),
                row.getColumn("at", Instant.class),
                row.getColumn("read_at", Instant.class));
    }

    private static Map<String, String> facts(String json) {
        Map<String, String> facts = new HashMap<>();
        try (JsonReader reader = JsonParts.reader(json)) {
            reader.readObject()
                    .forEach((name, value) -> facts.put(name, ((JsonString) value).getString()));
        }
        return facts;
    }
}
