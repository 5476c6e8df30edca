package app.leeway.notification;

import app.leeway.shared.jdbc.RecordMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;

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
            """
            DELETE FROM sending s USING word w
             WHERE w.id = s.word_id AND w.read_at IS NOT NULL AND s.channel = :channel
               AND s.sent_at IS NULL AND s.dead_at IS NULL AND s.not_before <= :now
            """;
    private static final String TAKE =
            """
            UPDATE sending s SET not_before = :lease, attempts = s.attempts + 1
              FROM word w
              JOIN person p ON p.id = w.person_id
              LEFT JOIN telling_choice c ON c.person_id = w.person_id
             WHERE w.id = s.word_id
               AND s.id IN (SELECT id FROM sending
                             WHERE channel = :channel AND sent_at IS NULL AND dead_at IS NULL
                               AND not_before <= :now
                             ORDER BY not_before, id LIMIT :most FOR UPDATE SKIP LOCKED)
            RETURNING s.id AS sending_id, s.attempts, s.push_id, c.mail_to,
                      coalesce(p.language,
                               (SELECT split_part(languages, ',', 1) FROM company),
                               'sv') AS language,
            """
                    + Notifications.COLUMNS;
    private static final String AGAIN =
            """
            UPDATE sending SET not_before = :next, problem = :problem
             WHERE id = :id AND sent_at IS NULL
            """;
    private static final String BURY =
            """
            UPDATE sending SET dead_at = :now, problem = :problem
             WHERE id = :id AND sent_at IS NULL
            """;
    private static final String DEAD =
            """
            SELECT w.id, w.what, w.person_id, s.channel, s.attempts, s.dead_at AS ended_at,
                   s.problem
              FROM sending s JOIN word w ON w.id = s.word_id
             WHERE s.dead_at IS NOT NULL ORDER BY s.id DESC LIMIT :most
            """;

    @Inject Jdbi jdbi;

    @Inject Clock clock;

    /** What is due on a channel, taken for the length of the lease. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<Claim> take(String channel, int most) {
        Instant now = clock.instant();
        return jdbi.withHandle(
                handle -> {
                    handle.createUpdate(NO_LONGER_NEEDED)
                            .bind("channel", channel)
                            .bind("now", now)
                            .execute();
                    return handle.createQuery(TAKE)
                            .bind("lease", now.plus(LEASE))
                            .bind("channel", channel)
                            .bind("now", now)
                            .bind("most", most)
                            .map(NotificationDeliveries::claim)
                            .list();
                });
    }

    private static Claim claim(RowView row) {
        return new Claim(
                row.getColumn("sending_id", Long.class),
                row.getColumn("attempts", Integer.class),
                Notifications.notification(row),
                row.getColumn("language", String.class),
                row.getColumn("mail_to", String.class),
                row.getColumn("push_id", UUID.class));
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void sent(Claim due) {
        jdbi.useHandle(
                handle ->
                        handle.execute(
                                "UPDATE sending SET sent_at = ?, problem = NULL WHERE id = ?",
                                clock.instant(),
                                due.id()));
    }

    /** Tried again after a while. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void again(Claim due, Duration after, String problem) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(AGAIN)
                                .bind("next", clock.instant().plus(after))
                                .bind("problem", cut(problem))
                                .bind("id", due.id())
                                .execute());
    }

    /** Given up; stewards see it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void bury(Claim due, String problem) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(BURY)
                                .bind("now", clock.instant())
                                .bind("problem", cut(problem))
                                .bind("id", due.id())
                                .execute());
    }

    /** Those given up, the latest first. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<Dead> dead(int most) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(DEAD)
                                .bind("most", most)
                                .map(RecordMapper.of(Dead.class))
                                .list());
    }

    private static String cut(String problem) {
        return problem == null || problem.length() <= PROBLEM_LONGEST
                ? problem
                : problem.substring(0, PROBLEM_LONGEST);
    }
}
