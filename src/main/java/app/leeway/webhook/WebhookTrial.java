package app.leeway.webhook;

import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import app.leeway.shared.jdbc.RecordMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Stewards try the way to a receiver, or send again what was given up. */
@ApplicationScoped
public class WebhookTrial {

    private static final String TEST =
            """
            INSERT INTO webhook_delivery (webhook_id, event, state, made_at, not_before)
            VALUES (:webhook, :event, 'waiting', :now, :now)
            RETURNING\s"""
                    + Webhooks.DELIVERY;
    private static final String KNOWN =
            "SELECT 1 FROM webhook_delivery WHERE id = :id AND webhook_id = :webhook";
    private static final String AGAIN =
            """
            UPDATE webhook_delivery
               SET state = 'waiting', attempts = 0, not_before = :now, made_at = :now,
                   ended_at = NULL
             WHERE id = :id AND webhook_id = :webhook AND state = 'dead'
            RETURNING\s"""
                    + Webhooks.DELIVERY;

    @Inject Jdbi jdbi;

    @Inject Clock clock;
    @Inject Access access;
    @Inject Webhooks webhooks;

    /**
     * An event that says nothing but that the way is open.
     *
     * @throws RefusedException NOT_ALLOWED, NOT_FOUND, or WRONG_STATE for a receiver that is gone
     */
    @Transactional
    public WebhookDelivery test(Actor actor, UUID id) {
        mustBeActive(actor, id);
        return woken(id, TEST, test -> test.bind("event", CloudEvent.TEST)).orElseThrow();
    }

    /**
     * @throws RefusedException NOT_ALLOWED, NOT_FOUND, or WRONG_STATE for one that was not given up
     */
    @Transactional
    public WebhookDelivery again(Actor actor, UUID id, UUID delivery) {
        mustBeActive(actor, id);
        return woken(id, AGAIN, again -> again.bind("id", delivery))
                .orElseThrow(() -> notGivenUp(id, delivery));
    }

    private RefusedException notGivenUp(UUID id, UUID delivery) {
        boolean known =
                jdbi.withHandle(
                        handle ->
                                handle.createQuery(KNOWN)
                                        .bind("id", delivery)
                                        .bind("webhook", id)
                                        .mapTo(Integer.class)
                                        .findOne()
                                        .isPresent());
        return known
                ? new RefusedException(Refusal.WRONG_STATE, "Only what was given up is sent again.")
                : Webhooks.missing("delivery", delivery);
    }

    private void mustBeActive(Actor actor, UUID id) {
        access.require(actor, Role.STEWARD);
        if (!"active".equals(webhooks.get(actor, id).state())) {
            throw new RefusedException(
                    Refusal.WRONG_STATE, "The receiver said that it is gone for good.");
        }
    }

    /** A receiver that rests after failures is tried at once. */
    private Optional<WebhookDelivery> woken(UUID webhook, String sql, UnaryOperator<Query> bound) {
        return jdbi.withHandle(
                handle -> {
                    handle.execute("UPDATE webhook SET resting_until = NULL WHERE id = ?", webhook);
                    return bound.apply(handle.createQuery(sql))
                            .bind("webhook", webhook)
                            .bind("now", clock.instant())
                            .map(RecordMapper.of(WebhookDelivery.class))
                            .findOne();
                });
    }
}
