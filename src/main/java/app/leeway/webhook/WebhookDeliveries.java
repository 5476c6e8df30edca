package app.leeway.webhook;

import app.leeway.audit.AuditNote;
import app.leeway.audit.AuditTrail;
import app.leeway.shared.Rows;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Deliveries as they are taken and come through, or do not. Whoever takes one moves the time of its
 * next attempt ahead of everybody else's: that is the lease.
 */
@ApplicationScoped
public class WebhookDeliveries {

    /**
     * One that was taken.
     *
     * @param attempt which one this is, from 1
     * @param seq the number of the entry in the record; null for a test
     * @param failures of the receiver, in a row, before this
     */
    record Taken(
            UUID id,
            UUID webhook,
            int attempt,
            Long seq,
            Instant madeAt,
            String url,
            byte[] secret,
            int failures) {}

    /** Much longer than an attempt takes. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final String TAKE =
            "UPDATE webhook_delivery d SET not_before = ?, attempts = d.attempts + 1"
                    + " FROM webhook w WHERE w.id = d.webhook_id AND w.state = 'active'"
                    + " AND (w.resting_until IS NULL OR w.resting_until <= ?)"
                    + " AND d.id = (SELECT id FROM webhook_delivery WHERE webhook_id = ?"
                    + " AND state = 'waiting' AND not_before <= ? ORDER BY number LIMIT 1"
                    + " FOR UPDATE SKIP LOCKED)"
                    + " RETURNING d.id, w.id, d.attempts, d.seq, d.made_at, w.url, w.secret,"
                    + " w.failures";
    private static final String DELIVERED =
            "UPDATE webhook_delivery SET state = 'delivered', ended_at = ?, status = ?,"
                    + " problem = NULL WHERE id = ?";
    private static final String AGAIN =
            "UPDATE webhook_delivery SET not_before = ?, status = ?, problem = ?"
                    + " WHERE id = ? AND state = 'waiting'";
    private static final String DEAD =
            "UPDATE webhook_delivery SET state = 'dead', ended_at = ?, status = ?, problem = ?"
                    + " WHERE state = 'waiting' AND ";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @Inject Clock clock;
    @Inject AuditTrail trail;

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<Taken> take(UUID webhook) {
        Instant now = clock.instant();
        return Rows.select(
                        database,
                        TAKE,
                        WebhookDeliveries::taken,
                        now.plus(LEASE),
                        now,
                        webhook,
                        now)
                .stream()
                .findFirst();
    }

    private static Taken taken(ResultSet row) throws SQLException {
        return new Taken(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getInt(3),
                row.getObject(4, Long.class),
                Rows.instant(row, 5),
                row.getString(6),
                row.getBytes(7),
                row.getInt(8));
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void delivered(Taken one, int status) {
        Rows.update(database, DELIVERED, clock.instant(), status, one.id());
        Rows.update(
                database,
                "UPDATE webhook SET failures = 0, resting_until = NULL WHERE id = ?",
                one.webhook());
    }

    /**
     * @param after when it is tried again; empty: it is given up
     * @param rest how long the receiver is left alone
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void failed(
            Taken one, Integer status, String problem, Optional<Duration> after, Duration rest) {
        Instant now = clock.instant();
        if (after.isPresent()) {
            Rows.update(database, AGAIN, now.plus(after.get()), status, problem, one.id());
        } else {
            Rows.update(database, DEAD + "id = ?", now, status, problem, one.id());
        }
        Rows.update(
                database,
                "UPDATE webhook SET failures = failures + 1, resting_until = ? WHERE id = ?",
                now.plus(rest),
                one.webhook());
    }

    /** The receiver has said that it is gone for good: nothing is sent there any more. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void gone(Taken one, int status) {
        int ended =
                Rows.update(
                        database,
                        "UPDATE webhook SET state = 'gone' WHERE id = ? AND state = 'active'",
                        one.webhook());
        Rows.update(
                database,
                DEAD + "webhook_id = ?",
                clock.instant(),
                status,
                "the receiver is gone",
                one.webhook());
        if (ended > 0) {
            String id = one.webhook().toString();
            trail.append(List.of(new AuditNote(null, "webhook.gone", id, null, null)));
        }
    }
}
