package app.leeway.webhook;

import app.leeway.shared.Rows;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

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
            "WITH hook AS (SELECT id, after_seq, events FROM webhook WHERE state = 'active'"
                    + " FOR UPDATE SKIP LOCKED),"
                    + " span AS (SELECT h.id, h.events, h.after_seq,"
                    + " least(h.after_seq + 2000, a.seq) AS until"
                    + " FROM hook h CROSS JOIN audit_head a WHERE a.seq > h.after_seq),"
                    + " moved AS (UPDATE webhook w SET after_seq = s.until FROM span s"
                    + " WHERE w.id = s.id)"
                    + " INSERT INTO webhook_delivery (webhook_id, seq, event, state, made_at,"
                    + " not_before) SELECT s.id, e.seq, e.what, 'waiting', ?, ? FROM span s"
                    + " JOIN audit_entry e ON e.seq > s.after_seq AND e.seq <= s.until"
                    + " WHERE EXISTS (SELECT 1 FROM unnest(s.events) AS p"
                    + " WHERE e.what LIKE replace(p, '*', '%'))"
                    + " ORDER BY e.seq ON CONFLICT DO NOTHING";
    private static final String BEHIND =
            "SELECT 1 FROM webhook w, audit_head a WHERE w.state = 'active'"
                    + " AND w.after_seq < a.seq LIMIT 1";
    private static final String DUE =
            "SELECT w.id FROM webhook w WHERE w.state = 'active'"
                    + " AND (w.resting_until IS NULL OR w.resting_until <= ?)"
                    + " AND EXISTS (SELECT 1 FROM webhook_delivery d WHERE d.webhook_id = w.id"
                    + " AND d.state = 'waiting' AND d.not_before <= ?)";
    private static final String BURY =
            "UPDATE webhook_delivery SET state = 'dead', ended_at = ?, problem ="
                    + " coalesce(problem, 'waited too long') WHERE state = 'waiting' AND made_at < ?";
    private static final String FORGET = "DELETE FROM webhook_delivery WHERE ended_at < ?";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @Inject Clock clock;

    /** Up to the end of the record, or nearly. */
    public void fanOut() {
        for (int round = 0; isBehind() && round < ROUNDS_MOST; round++) {
            fanOutOnce();
        }
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean isBehind() {
        return !Rows.select(database, BEHIND, row -> 1).isEmpty();
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void fanOutOnce() {
        Instant now = clock.instant();
        Rows.update(database, FAN_OUT, now, now);
    }

    /** Those for whom something is due. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<UUID> due() {
        Instant now = clock.instant();
        return Rows.select(database, DUE, row -> row.getObject(1, UUID.class), now, now);
    }

    /** Gives up what has waited too long, and forgets what ended long ago. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void tidyUp() {
        Instant now = clock.instant();
        Rows.update(database, BURY, now, now.minus(STALE));
        Rows.update(database, FORGET, now.minus(KEPT));
    }
}
