package app.leeway.gesture;

import app.leeway.guardrail.Outcome;
import app.leeway.organization.Organizations;
import app.leeway.organization.VisibleScope;
import app.leeway.shared.LocalizedText;
import app.leeway.shared.Money;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import app.leeway.shared.jdbc.Conditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;

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

    private static final String FROM =
            """
              FROM company c, gesture g JOIN kind k ON k.code = g.kind
              JOIN person p ON p.id = g.person_id JOIN org_unit u ON u.code = g.place
              LEFT JOIN customer cu ON cu.id = g.customer_id
            """;
    private static final String ROWS =
            """
            SELECT c.currency, g.id, g.kind, k.name_sv AS kind_sv, k.name_en AS kind_en,
                   p.user_name, p.name, g.place, u.name_sv AS place_sv, u.name_en AS place_en,
                   g.site, cu.code AS customer, cu.name AS customer_name, g.visit, g.cost_minor,
                   g.state, g.review, g.outcome, g.done, g.judged_for, g.received_at, g.late,
                   g.booked_on,
                   array(SELECT b.clause FROM gesture_bend b
                          WHERE b.gesture_id = g.id ORDER BY b.clause) AS bends
            """
                    + FROM;
    private static final String TOTAL =
            """
            SELECT count(*) AS count,
                   coalesce(sum(g.cost_minor) FILTER (
                       WHERE g.state IN ('awaiting-approval', 'held', 'settled')), 0)::bigint AS cost
            """
                    + FROM;

    @Inject Jdbi jdbi;

    @Inject Organizations organizations;

    /**
     * A page of gestures, those received last first.
     *
     * @param after where the page before ended; null for the first
     */
    @Transactional
    public List<GestureRow> list(GestureFilter filter, VisibleScope reach, Place after, int limit) {
        Conditions query = GestureQuery.of(filter, reach, organizations.current());
        if (after != null) {
            query.bind("afterReceived", after.receivedAt())
                    .and(
                            "(g.received_at, g.id) < (:afterReceived, :afterId)",
                            "afterId",
                            after.id());
        }
        return rows(query, " ORDER BY g.received_at DESC, g.id DESC LIMIT " + limit);
    }

    /** A page by number of rows to skip, for tables that jump. */
    @Transactional
    public List<GestureRow> page(GestureFilter filter, VisibleScope reach, int skip, int limit) {
        return rows(
                GestureQuery.of(filter, reach, organizations.current()),
                " ORDER BY g.received_at DESC, g.id DESC OFFSET " + skip + " LIMIT " + limit);
    }

    @Transactional
    public Total total(GestureFilter filter, VisibleScope reach) {
        Conditions query = GestureQuery.of(filter, reach, organizations.current());
        return jdbi.withHandle(
                handle ->
                        query.bindTo(handle.createQuery(TOTAL + query.where()))
                                .map(
                                        row ->
                                                new Total(
                                                        row.getColumn("count", Long.class),
                                                        Money.of(
                                                                row.getColumn("cost", Long.class),
                                                                currency())))
                                .one());
    }

    /**
     * @throws RefusedException NOT_FOUND when there is none, or none that whoever asks may see
     */
    @Transactional
    public GestureDetail get(UUID id, VisibleScope reach) {
        Conditions query = GestureQuery.of(GestureFilter.ALL, reach, organizations.current());
        query.and("g.id = :id", "id", id);
        return rows(query, "").stream()
                .findFirst()
                .map(row -> new GestureReading(jdbi, organizations.current()).detail(row))
                .orElseThrow(
                        () ->
                                new RefusedException(
                                        Refusal.NOT_FOUND,
                                        "there is no gesture " + id + " for you"));
    }

    private List<GestureRow> rows(Conditions query, String end) {
        return jdbi.withHandle(
                handle ->
                        query.bindTo(handle.createQuery(ROWS + query.where() + end))
                                .map(Gestures::row)
                                .list());
    }

    private String currency() {
        return organizations.current().company().currency();
    }

    private static GestureRow row(RowView row) {
        return new GestureRow(
                row.getColumn("id", UUID.class),
                row.getColumn("kind", String.class),
                text(row, "kind"),
                row.getColumn("user_name", String.class),
                row.getColumn("name", String.class),
                row.getColumn("place", String.class),
                text(row, "place"),
                row.getColumn("site", String.class),
                row.getColumn("customer", String.class),
                row.getColumn("customer_name", String.class),
                row.getColumn("visit", String.class),
                Money.of(
                        row.getColumn("cost_minor", Long.class),
                        row.getColumn("currency", String.class)),
                GestureState.of(row.getColumn("state", String.class)),
                Review.of(row.getColumn("review", String.class)),
                Outcome.valueOf(row.getColumn("outcome", String.class)),
                row.getColumn("done", Boolean.class),
                row.getColumn("judged_for", Instant.class),
                row.getColumn("received_at", Instant.class),
                row.getColumn("late", Boolean.class),
                row.getColumn("booked_on", Instant.class),
                List.of(row.getColumn("bends", String[].class)));
    }

    private static LocalizedText text(RowView row, String column) {
        return new LocalizedText(
                row.getColumn(column + "_sv", String.class),
                row.getColumn(column + "_en", String.class));
    }
}
