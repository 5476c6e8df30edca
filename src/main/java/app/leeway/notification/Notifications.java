package app.leeway.notification;

import app.leeway.organization.Actor;
import app.leeway.shared.JsonParts;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

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

    static final String COLUMNS =
            "w.seq, w.id, w.person_id, w.what, w.subject, w.facts, w.urgent, w.at, w.read_at";

    private static final String MINE =
            "SELECT "
                    + COLUMNS
                    + " FROM word w WHERE person_id = ?"
                    + " AND ((read_at IS NOT NULL), -seq) > (?, ?)"
                    + " ORDER BY (read_at IS NOT NULL), seq DESC LIMIT ?";
    private static final String ONE =
            "SELECT " + COLUMNS + " FROM word w WHERE id = ? AND person_id = ?";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    /**
     * @param after null: from the beginning
     * @return up to {@code limit} of the actor's own
     */
    @Transactional // or the connection stays with the request: see CompanyRevision
    public List<StoredNotification> mine(Actor actor, Position after, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(MINE)) {
            select.setLong(1, actor.personId());
            select.setBoolean(2, after != null && after.read());
            select.setLong(3, after == null ? Long.MIN_VALUE : -after.seq());
            select.setInt(4, limit);
            return notifications(select);
        } catch (SQLException e) {
            throw new IllegalStateException("what was told could not be read", e);
        }
    }

    @Transactional
    public long unread(Actor actor) {
        String sql = "SELECT count(*) FROM word WHERE person_id = ? AND read_at IS NULL";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, actor.personId());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("what was told could not be counted", e);
        }
    }

    /**
     * @throws RefusedException NOT_FOUND for one that is not the actor's
     */
    @Transactional
    public StoredNotification get(Actor actor, UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ONE)) {
            select.setObject(1, id);
            select.setLong(2, actor.personId());
            return notifications(select).stream()
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new RefusedException(
                                            Refusal.NOT_FOUND,
                                            "You were told no word " + id + "."));
        } catch (SQLException e) {
            throw new IllegalStateException("what was told could not be read", e);
        }
    }

    private static List<StoredNotification> notifications(PreparedStatement select)
            throws SQLException {
        List<StoredNotification> notifications = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                notifications.add(notification(row));
            }
        }
        return notifications;
    }

    /** Of a row that begins with the {@link #COLUMNS}. */
    static StoredNotification notification(ResultSet row) throws SQLException {
        return new StoredNotification(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                facts(row.getString(6)),
                row.getBoolean(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                instant(row.getObject(9, OffsetDateTime.class)));
    }

    private static Instant instant(OffsetDateTime at) {
        return at == null ? null : at.toInstant();
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
