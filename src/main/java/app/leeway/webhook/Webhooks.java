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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Who is called, and what became of it; for stewards and auditors. */
@ApplicationScoped
public class Webhooks {

    private static final String HOOKS =
            "SELECT w.id, w.url, w.events, w.state, w.made_at, w.failures,"
                    + " count(d.id) FILTER (WHERE d.state = 'waiting'),"
                    + " count(d.id) FILTER (WHERE d.state = 'dead')"
                    + " FROM webhook w LEFT JOIN webhook_delivery d"
                    + " ON d.webhook_id = w.id AND d.state <> 'delivered'";
    private static final String DELIVERIES =
            "SELECT id, number, seq, event, state, made_at, attempts, not_before, ended_at,"
                    + " status, problem FROM webhook_delivery WHERE webhook_id = ?"
                    + " AND (?::text IS NULL OR state = ?::text)"
                    + " AND number < ? ORDER BY number DESC LIMIT ?";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @Inject Access access;

    /**
     * All there are, the oldest first.
     *
     * @throws RefusedException NOT_ALLOWED for whoever is neither steward nor auditor
     */
    @Transactional
    public List<Webhook> all(Actor actor) {
        access.require(actor, Role.STEWARD, Role.AUDITOR);
        return Rows.select(
                database, HOOKS + " GROUP BY w.id ORDER BY w.made_at, w.id", Webhooks::hook);
    }

    /**
     * @throws RefusedException NOT_ALLOWED, or NOT_FOUND
     */
    @Transactional
    public Webhook get(Actor actor, UUID id) {
        access.require(actor, Role.STEWARD, Role.AUDITOR);
        return Rows.select(database, HOOKS + " WHERE w.id = ? GROUP BY w.id", Webhooks::hook, id)
                .stream()
                .findFirst()
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
        long from = before == null ? Long.MAX_VALUE : before;
        return Rows.select(database, DELIVERIES, Webhooks::delivery, id, state, state, from, limit);
    }

    static RefusedException missing(String what, Object id) {
        return new RefusedException(Refusal.NOT_FOUND, "There is no " + what + " " + id + ".");
    }

    private static Webhook hook(ResultSet row) throws SQLException {
        return new Webhook(
                row.getObject(1, UUID.class),
                row.getString(2),
                List.of((String[]) row.getArray(3).getArray()),
                row.getString(4),
                Rows.instant(row, 5),
                row.getInt(6),
                row.getLong(7),
                row.getLong(8));
    }

    static WebhookDelivery delivery(ResultSet row) throws SQLException {
        String state = row.getString(5);
        return new WebhookDelivery(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getObject(3, Long.class),
                row.getString(4),
                state,
                Rows.instant(row, 6),
                row.getInt(7),
                "waiting".equals(state) ? Rows.instant(row, 8) : null,
                Rows.instant(row, 9),
                row.getObject(10, Integer.class),
                row.getString(11));
    }
}
