package app.leeway.webhook;

import app.leeway.audit.AuditNote;
import app.leeway.audit.AuditTrail;
import app.leeway.shared.jdbc.RecordMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

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
            """
            UPDATE webhook_delivery d SET not_before = :lease, attempts = d.attempts + 1
              FROM webhook w
             WHERE w.id = d.webhook_id AND w.state = 'active'
               AND (w.resting_until IS NULL OR w.resting_until <= :now)
               AND d.id = (SELECT id FROM webhook_delivery
                            WHERE webhook_id = :webhook AND state = 'waiting'
                              AND not_before <= :now
                            ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING d.id, w.id AS webhook, d.attempts AS attempt, d.seq, d.made_at, w.url,
                      w.secret, w.failures
            """;
    private static final String DELIVERED =
            """
            UPDATE webhook_delivery
               SET state = 'delivered', ended_at = :now, status = :status, problem = NULL
             WHERE id = :id
            """;
    private static final String AGAIN =
            """
            UPDATE webhook_delivery SET not_before = :next, status = :status, problem = :problem
             WHERE id = :id AND state = 'waiting'
            """;
    private static final String DEAD =
            """
            UPDATE webhook_delivery
               SET state = 'dead', ended_at = :now, status = :status, problem = :problem
             WHERE state = 'waiting' AND\s""";

    @Inject Jdbi jdbi;

    @Inject Clock clock;
    @Inject AuditTrail trail;

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<Taken> take(UUID webhook) {
        Instant now = clock.instant();
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(TAKE)
                                .bind("lease", now.plus(LEASE))
                                .bind("now", now)
                                .bind("webhook", webhook)
                                .map(RecordMapper.of(Taken.class))
                                .findOne());
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void delivered(Taken one, int status) {
        jdbi.useHandle(
                handle -> {
                    handle.createUpdate(DELIVERED)
                            .bind("now", clock.instant())
                            .bind("status", status)
                            .bind("id", one.id())
                            .execute();
                    handle.execute(
                            "UPDATE webhook SET failures = 0, resting_until = NULL WHERE id = ?",
                            one.webhook());
                });
    }

    /**
     * @param after when it is tried again; empty: it is given up
     * @param rest how long the receiver is left alone
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void failed(
            Taken one, Integer status, String problem, Optional<Duration> after, Duration rest) {
        Instant now = clock.instant();
        jdbi.useHandle(
                handle -> {
                    Update end =
                            after.isPresent()
                                    ? handle.createUpdate(AGAIN).bind("next", now.plus(after.get()))
                                    : handle.createUpdate(DEAD + "id = :id").bind("now", now);
                    end.bind("status", status)
                            .bind("problem", problem)
                            .bind("id", one.id())
                            .execute();
                    handle.execute(
                            """
                            UPDATE webhook SET failures = failures + 1, resting_until = ?
                             WHERE id = ?
                            """,
                            now.plus(rest),
                            one.webhook());
                });
    }

    /** The receiver has said that it is gone for good: nothing is sent there any more. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void gone(Taken one, int status) {
        if (endAll(one.webhook(), status)) {
            String id = one.webhook().toString();
            trail.append(List.of(new AuditNote(null, "webhook.gone", id, null, null)));
        }
    }

    /** Whether nobody had ended them before. */
    private boolean endAll(UUID webhook, int status) {
        return jdbi.withHandle(
                handle -> {
                    int ended =
                            handle.execute(
                                    """
                                    UPDATE webhook SET state = 'gone'
                                     WHERE id = ? AND state = 'active'
                                    """,
                                    webhook);
                    handle.createUpdate(DEAD + "webhook_id = :webhook")
                            .bind("now", clock.instant())
                            .bind("status", status)
                            .bind("problem", "the receiver is gone")
                            .bind("webhook", webhook)
                            .execute();
                    return ended > 0;
                });
    }
}
