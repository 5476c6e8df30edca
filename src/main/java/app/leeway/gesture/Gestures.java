package app.leeway.gesture;

import app.leeway.guardrail.Outcome;
import app.leeway.organization.Organizations;
import app.leeway.organization.VisibleScope;
import app.leeway.shared.LocalizedText;
import app.leeway.shared.Money;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Gestures as people and machines look at them: always within what they may see. */
@ApplicationScoped
public class Gestures {

    /** Where a list goes on: after this gesture, newest first. */
    public record Place(Instant receivedAt, UUID id) {}

    /**
     * How many gestures match, and what they come to together; money that is free again does not
     * count.
     */
    public record Total(long count, Money cost) {}

    private static final String ROW =
            "SELECT c.currency, g.id, g.kind, k.name_sv AS kind_sv, k.name_en AS kind_en,"
                    + " p.user_name, p.name, g.place, u.name_sv AS place_sv, u.name_en AS place_en, g.site,"
                    + " cu.code AS customer, cu.name AS customer_name, g.visit, g.cost_minor, g.state, g.review, g.outcome,"
                    + " g.done, g.judged_for, g.received_at, g.late, g.booked_on,"
                    + " array(SELECT b.clause FROM gesture_bend b WHERE b.gesture_id = g.id ORDER BY b.clause) AS bends";
    private static final String FROM =
            " FROM company c, gesture g JOIN kind k ON k.code = g.kind"
                    + " JOIN person p ON p.id = g.person_id JOIN org_unit u ON u.code = g.place"
                    + " LEFT JOIN customer cu ON cu.id = g.customer_id";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @Inject Organizations organizations;

    /**
     * A page of gestures, those received last first.
     *
     * @param after where the page before ended; null for the first
     */
    @Transactional
    public List<GestureRow> list(GestureFilter filter, VisibleScope reach, Place after, int limit) {
        GestureQuery query = new GestureQuery(filter, reach, organizations.current());
        if (after != null) {
            query.and("(g.received_at, g.id) < (?, ?)", after.receivedAt(), after.id());
        }
        return rows(query, " ORDER BY g.received_at DESC, g.id DESC LIMIT " + limit);
    }

    /** A page by number of rows to skip, for tables that jump. */
    @Transactional
    public List<GestureRow> page(GestureFilter filter, VisibleScope reach, int skip, int limit) {
        return rows(
                new GestureQuery(filter, reach, organizations.current()),
                " ORDER BY g.received_at DESC, g.id DESC OFFSET " + skip + " LIMIT " + limit);
    }

    @Transactional
    public Total total(GestureFilter filter, VisibleScope reach) {
        GestureQuery query = new GestureQuery(filter, reach, organizations.current());
        String sql =
                "SELECT count(*), coalesce(sum(g.cost_minor)"
                        + " FILTER (WHERE g.state IN ('awaiting-approval', 'held', 'settled')), 0)"
                        + FROM
                        + query.where();
        try (Connection connection = database.getConnection();
                PreparedStatement select = query.bound(connection, sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return new Total(row.getLong(1), Money.of(row.getLong(2), currency()));
        } catch (SQLException e) {
            throw new IllegalStateException("the gestures could not be counted", e);
        }
    }

    /**
     * @throws RefusedException NOT_FOUND when there is none, or none that whoever asks may see
     */
    @Transactional
    public GestureDetail get(UUID id, VisibleScope reach) {
        GestureQuery query = new GestureQuery(GestureFilter.ALL, reach, organizations.current());
        query.and("g.id = ?", id);
        return rows(query, "").stream()
                .findFirst()
                .map(row -> new GestureReading(database, organizations.current()).detail(row))
                .orElseThrow(
                        () ->
                                new RefusedException(
                                        Refusal.NOT_FOUND,
                                        "there is no gesture " + id + " for you"));
    }

    private List<GestureRow> rows(GestureQuery query, String end) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        query.bound(connection, ROW + FROM + query.where() + end);
                ResultSet row = select.executeQuery()) {
            List<GestureRow> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row(row));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("the gestures could not be read", e);
        }
    }

    private String currency() {
        return organizations.current().company().currency();
    }

    private static GestureRow row(ResultSet row) throws SQLException {
        return new GestureRow(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                new LocalizedText(row.getString("kind_sv"), row.getString("kind_en")),
                row.getString("user_name"),
                row.getString("name"),
                row.getString("place"),
                new LocalizedText(row.getString("place_sv"), row.getString("place_en")),
                row.getString("site"),
                row.getString("customer"),
                row.getString("customer_name"),
                row.getString("visit"),
                Money.of(row.getLong("cost_minor"), row.getString("currency")),
                GestureState.of(row.getString("state")),
                Review.of(row.getString("review")),
                Outcome.valueOf(row.getString("outcome")),
                row.getBoolean("done"),
                row.getObject("judged_for", OffsetDateTime.class).toInstant(),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("late"),
                instant(row.getObject("booked_on", OffsetDateTime.class)),
                List.of((String[]) row.getArray("bends").getArray()));
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
