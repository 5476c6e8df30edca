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
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** Who is called, and what became of it; for stewards and auditors. */
@ApplicationScoped
public class Webhooks {

    /** Columns of a {@link WebhookDelivery}. */
    static final String DELIVERY =
            """
            id, number, seq, event, state, made_at, attempts,
            CASE WHEN state = 'waiting' THEN not_before END AS next_at,
            ended_at, status, problem
            """;

    private static final String HOOKS =
            """
            SELECT w.id, w.url, w.events, w.state, w.made_at, w.failures,
                   count(d.id) FILTER (WHERE d.state = 'waiting') AS waiting,
                   count(d.id) FILTER (WHERE d.state = 'dead') AS dead
              FROM webhook w
              LEFT JOIN webhook_delivery d ON d.webhook_id = w.id AND d.state <> 'delivered'
            """;
    private static final String DELIVERIES =
            "SELECT "
                    + DELIVERY
                    + """
                      FROM webhook_delivery
                     WHERE webhook_id = :webhook AND (:state::text IS NULL OR state = :state::text)
                       AND number < :before ORDER BY number DESC LIMIT :limit
                    """;

    private static final RowMapper<Webhook> HOOK = RecordMapper.of(Webhook.class);

    @Inject Jdbi jdbi;

    @Inject Access access;

    /**
     * All there are, the oldest first.
     *
     * @throws RefusedException NOT_ALLOWED for whoever is neither steward nor auditor
     */
    @Transactional
    public List<Webhook> all(Actor actor) {
        access.require(actor, Role.STEWARD, Role.AUDITOR);
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(HOOKS + "GROUP BY w.id ORDER BY w.made_at, w.id")
                                .map(HOOK)
                                .list());
    }

    /**
     * @throws RefusedException NOT_ALLOWED, or NOT_FOUND
     */
    @Transactional
    public Webhook get(Actor actor, UUID id) {
        access.require(actor, Role.STEWARD, Role.AUDITOR);
        return jdbi.withHandle(
                        handle ->
                                handle.createQuery(HOOKS + "WHERE w.id = :id GROUP BY w.id")
                                        .bind("id", id)
                                        .map(HOOK)
                                        .findOne())
                .orElseThrow(() -> missing("webhook", id));
    }

    /**
     * The latest first.
     *
     * @param state waiting, delivered or dead; null: any
     * @param before the number of the last one seen; null: from the beginning
     * @throws RefusedException NOT_ALLOWED, or NOT_FOUND
     */
    @Transactional
    public List<WebhookDelivery> deliveries(
            Actor actor, UUID id, String state, Long before, int limit) {
        get(actor, id);
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(DELIVERIES)
                                .bind("webhook", id)
                                .bind("state", state)
                                .bind("before", before == null ? Long.MAX_VALUE : before)
                                .bind("limit", limit)
                                .map(RecordMapper.of(WebhookDelivery.class))
                                .list());
    }

    static RefusedException missing(String what, Object id) {
        return new RefusedException(Refusal.NOT_FOUND, "There is no " + what + " " + id + ".");
    }
}
