package app.leeway.webhook;

import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import app.leeway.shared.Rows;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Stewards try the way to a receiver, or send again what was given up. */
@ApplicationScoped
public class WebhookTrial {

    private static final String RETURNED =
            " RETURNING id, number, seq, event, state, made_at, attempts, not_before, ended_at,"
                    + " status, problem";
    private static final String TEST =
            "INSERT INTO webhook_delivery (webhook_id, event, state, made_at, not_before)"
                    + " VALUES (?, ?, 'waiting', ?, ?)"
                    + RETURNED;
    private static final String KNOWN =
            "SELECT 1 FROM webhook_delivery WHERE id = ? AND webhook_id = ?";
    private static final String AGAIN =
            "UPDATE webhook_delivery SET state = 'waiting', attempts = 0, not_before = ?,"
                    + " made_at = ?, ended_at = NULL WHERE id = ? AND webhook_id = ?"
                    + " AND state = 'dead'"
                    + RETURNED;

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

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
        Instant now = clock.instant();
        return wake(id, TEST, id, CloudEvent.TEST, now, now).get(0);
    }

    /**
     * @throws RefusedException NOT_ALLOWED, NOT_FOUND, or WRONG_STATE for one that was not given up
     */
    @Transactional
    public WebhookDelivery again(Actor actor, UUID id, UUID delivery) {
        mustBeActive(actor, id);
        Instant now = clock.instant();
        List<WebhookDelivery> woken = wake(id, AGAIN, now, now, delivery, id);
        if (woken.isEmpty()) {
            boolean known = !Rows.select(database, KNOWN, row -> 1, delivery, id).isEmpty();
            throw known
                    ? new RefusedException(
                            Refusal.WRONG_STATE, "Only what was given up is sent again.")
                    : Webhooks.missing("delivery", delivery);
        }
        return woken.get(0);
    }

    private void mustBeActive(Actor actor, UUID id) {
        access.require(actor, Role.STEWARD);
        if (!"active".equals(webhooks.get(actor, id).state())) {
            throw new RefusedException(
                    Refusal.WRONG_STATE, "The receiver said that it is gone for good.");
        }
    }

    /** A receiver that rests after failures is tried at once. */
    private List<WebhookDelivery> wake(UUID id, String sql, Object... values) {
        Rows.update(database, "UPDATE webhook SET resting_until = NULL WHERE id = ?", id);
        return Rows.select(database, sql, Webhooks::delivery, values);
    }
}
