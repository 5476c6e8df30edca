package app.leeway.gesture;

import app.leeway.organization.Organization;
import app.leeway.shared.Money;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;

/** Reads the rest of a gesture, once its row may be seen. */
record GestureReading(Jdbi jdbi, Organization people) {

    private static final String REST =
            "SELECT "
                    + GestureRecord.COLUMNS
                    + """
                    , g.verdict_anew, g.occasion, g.touchpoint, g.minutes, g.distance_metres,
                      g.damage_minor, g.late_reason, g.held_until, g.ended_at,
                      e.name AS ended_by_name, g.end_reason
                      FROM gesture g LEFT JOIN person e ON e.id = g.ended_by WHERE g.id = :id
                    """;
    private static final String TRAIL =
            """
            SELECT b.code, e.type, e.held_delta, e.spent_delta, e.overdraft_delta, p.name, e.at
              FROM budget_entry e JOIN budget_period d ON d.id = e.period_id
              JOIN budget b ON b.id = d.budget_id LEFT JOIN person p ON p.id = e.person_id
             WHERE e.gesture_id = :id ORDER BY e.at, b.position, e.id
            """;

    private String currency() {
        return people.company().currency();
    }

    GestureDetail detail(GestureRow row) {
        return jdbi.withHandle(
                handle -> {
                    List<GestureDetail.Entry> trail =
                            handle.createQuery(TRAIL).bind("id", row.id()).map(this::entry).list();
                    return handle.createQuery(REST)
                            .bind("id", row.id())
                            .map(rest -> detail(row, rest, trail))
                            .one();
                });
    }

    private GestureDetail detail(GestureRow row, RowView rest, List<GestureDetail.Entry> trail) {
        Answer first = GestureRecord.read(rest, currency()).answer(people);
        String anew = rest.getColumn("verdict_anew", String.class);
        Long damage = rest.getColumn("damage_minor", Long.class);
        return new GestureDetail(
                row,
                first,
                anew == null
                        ? first.reasons()
                        : StoredAnswer.read(anew, currency(), people).reasons(),
                rest.getColumn("occasion", String.class),
                rest.getColumn("touchpoint", String.class),
                rest.getColumn("minutes", Integer.class),
                rest.getColumn("distance_metres", Integer.class),
                damage == null ? null : Money.of(damage, currency()),
                rest.getColumn("late_reason", String.class),
                rest.getColumn("held_until", Instant.class),
                rest.getColumn("ended_at", Instant.class),
                rest.getColumn("ended_by_name", String.class),
                rest.getColumn("end_reason", String.class),
                trail);
    }

    private GestureDetail.Entry entry(RowView row) {
        return new GestureDetail.Entry(
                row.getColumn("code", String.class),
                row.getColumn("type", String.class),
                Money.of(row.getColumn("held_delta", Long.class), currency()),
                Money.of(row.getColumn("spent_delta", Long.class), currency()),
                Money.of(row.getColumn("overdraft_delta", Long.class), currency()),
                row.getColumn("name", String.class),
                row.getColumn("at", Instant.class));
    }
}
