package app.leeway.notification;

import app.leeway.shared.Rows;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Notifications on their way out of the app.
 *
 * <p>Whoever takes one puts the time of its next attempt ahead of everybody else's: that is the
 * lease. No lock and no connection is held while somebody outside is spoken to, and what a killed
 * server had taken is due again when the lease is over: at least once, and in normal running once.
 */
@ApplicationScoped
public class NotificationDeliveries {

    /**
     * One that was given up.
     *
     * @param id of the notification
     */
    public record Dead(
            UUID id,
            String what,
            long personId,
            String channel,
            int attempts,
            Instant endedAt,
            String problem) {}

    /** Much longer than any attempt takes. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final int PROBLEM_LONGEST = 300;
    private static final String NO_LONGER_NEEDED =
            "DELETE FROM sending s USING word w WHERE w.id = s.word_id AND w.read_at IS NOT NULL"
                    + " AND s.channel = ? AND s.sent_at IS NULL AND s.dead_at IS NULL"
                    + " AND s.not_before <= ?";
    private static final String TAKE =
            "UPDATE sending s SET not_before = ?, attempts = s.attempts + 1"
                    + " FROM word w JOIN person p ON p.id = w.person_id"
                    + " LEFT JOIN telling_choice c ON c.person_id = w.person_id"
                    + " WHERE w.id = s.word_id AND s.id IN (SELECT id FROM sending"
                    + " WHERE channel = ? AND sent_at IS NULL AND dead_at IS NULL"
                    + " AND not_before <= ? ORDER BY not_before, id LIMIT ?"
                    + " FOR UPDATE SKIP LOCKED) RETURNING "
                    + Notifications.COLUMNS
                    + ", s.id, s.attempts, s.push_id, c.mail_to, coalesce(p.language,"
                    + " (SELECT split_part(languages, ',', 1) FROM company), 'sv')";
    private static final String DEAD =
            "SELECT w.id, w.what, w.person_id, s.channel, s.attempts, s.dead_at, s.problem"
                    + " FROM sending s JOIN word w ON w.id = s.word_id WHERE s.dead_at IS NOT NULL"
                    + " ORDER BY s.id DESC LIMIT ?";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @Inject Clock clock;

    /** What is due on a channel, taken for the length of the lease. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<Claim> take(String channel, int most) {
        Instant now = clock.instant();
        try (Connection connection = database.getConnection()) {
            try (PreparedStatement delete = connection.prepareStatement(NO_LONGER_NEEDED)) {
                delete.setString(1, channel);
                delete.setObject(2, utc(now));
                delete.executeUpdate();
            }
            try (PreparedStatement take = connection.prepareStatement(TAKE)) {
                take.setObject(1, utc(now.plus(LEASE)));
                take.setString(2, channel);
                take.setObject(3, utc(now));
                take.setInt(4, most);
                return due(take);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("what is to be sent could not be taken", e);
        }
    }

    private static List<Claim> due(PreparedStatement take) throws SQLException {
        List<Claim> due = new ArrayList<>();
        try (ResultSet row = take.executeQuery()) {
            while (row.next()) {
                due.add(
                        new Claim(
                                row.getLong(10),
                                row.getInt(11),
                                Notifications.notification(row),
                                row.getString(14),
                                row.getString(13),
                                row.getObject(12, UUID.class)));
            }
        }
        return due;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void sent(Claim due) {
        Rows.update(
                database,
                "UPDATE sending SET sent_at = ?, problem = NULL WHERE id = ?",
                utc(clock.instant()),
                due.id());
    }

    /** Tried again after a while. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void again(Claim due, Duration after, String problem) {
        Rows.update(
                database,
                "UPDATE sending SET not_before = ?, problem = ? WHERE id = ? AND sent_at IS NULL",
                utc(clock.instant().plus(after)),
                cut(problem),
                due.id());
    }

    /** Given up; stewards see it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void bury(Claim due, String problem) {
        Rows.update(
                database,
                "UPDATE sending SET dead_at = ?, problem = ? WHERE id = ? AND sent_at IS NULL",
                utc(clock.instant()),
                cut(problem),
                due.id());
    }

    /** Those given up, the latest first. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<Dead> dead(int most) {
        return Rows.select(
                database,
                DEAD,
                row ->
                        new Dead(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getLong(3),
                                row.getString(4),
                                row.getInt(5),
                                Rows.instant(row, 6),
                                row.getString(7)),
                most);
    }

    private static String cut(String problem) {
        return problem == null || problem.length() <= PROBLEM_LONGEST
                ? problem
                : problem.substring(0, PROBLEM_LONGEST);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
