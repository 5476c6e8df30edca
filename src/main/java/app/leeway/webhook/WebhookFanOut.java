package app.leeway.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Makes deliveries of what the record has got since a webhook's cursor. The cursor and the
 * deliveries move together, in one statement; of two servers, one passes by what the other has.
 */
@ApplicationScoped
public class WebhookFanOut {

    /** What nobody has taken for so long, nobody needs any more. */
    static final Duration STALE = Duration.ofDays(3);

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int ROUNDS_MOST = 20;
    private static final String FAN_OUT =
            """
            WITH hook AS (
                SELECT id, after_seq, events FROM webhook
                 WHERE state = 'active' FOR UPDATE SKIP LOCKED),
            span AS (
                SELECT h.id, h.events, h.after_seq, least(h.after_seq + 2000, a.seq) AS until
                  FROM hook h CROSS JOIN audit_head a WHERE a.seq > h.after_seq),
            moved AS (
                UPDATE webhook w SET after_seq = s.until FROM span s WHERE w.id = s.id)
            INSERT INTO webhook_delivery (webhook_id, seq, event, state, made_at, not_before)
            SELECT s.id, e.seq, e.what, 'waiting', :now, :now
              FROM span s JOIN audit_entry e ON e.seq > s.after_seq AND e.seq <= s.until
             WHERE EXISTS (SELECT 1 FROM unnest(s.events) AS p
                            WHERE e.what LIKE replace(p, '*', '%'))
             ORDER BY e.seq
                ON CONFLICT DO NOTHING
            """;
    private static final String BEHIND =
            """
            SELECT EXISTS (SELECT 1 FROM webhook w, audit_head a
                            WHERE w.state = 'active' AND w.after_seq < a.seq)
            """;
    private static final String DUE =
            """
            SELECT w.id FROM webhook w
             WHERE w.state = 'active' AND (w.resting_until IS NULL OR w.resting_until <= :now)
               AND EXISTS (SELECT 1 FROM webhook_delivery d
                            WHERE d.webhook_id = w.id AND d.state = 'waiting'
                              AND d.not_before <= :now)
            """;
    private static final String BURY =
            """
            UPDATE webhook_delivery
               SET state = 'dead', ended_at = ?, problem = coalesce(problem, 'waited too long')
             WHERE state = 'waiting' AND made_at < ?
            """;
    private static final String FORGET = "DELETE FROM webhook_delivery WHERE ended_at < ?";

    @Inject Jdbi jdbi;

    @Inject Clock clock;

    /** Up to the end of the record, or nearly. */
    public void fanOut() {
        for (int round = 0; isBehind() && round < ROUNDS_MOST; round++) {
            fanOutOnce();
        }
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean isBehind() {
        return jdbi.withHandle(handle -> handle.createQuery(BEHIND).mapTo(Boolean.class).one());
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void fanOutOnce() {
        jdbi.useHandle(
                handle -> handle.createUpdate(FAN_OUT).bind("now", clock.instant()).execute());
    }

    /** Those for whom something is due. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<UUID> due() {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(DUE)
                                .bind("now", clock.instant())
                                .mapTo(UUID.class)
                                .list());
    }

    /** Gives up what has waited too long, and forgets what ended long ago. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void tidyUp() {
        Instant now = clock.instant();
        jdbi.useHandle(
                handle -> {
                    handle.execute(BURY, now, now.minus(STALE));
                    handle.execute(FORGET, now.minus(KEPT));
                });
    }
}
