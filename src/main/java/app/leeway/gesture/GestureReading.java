package app.leeway.gesture;

import app.leeway.organization.Organization;
import app.leeway.shared.Money;
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

/** Reads the rest of a gesture, once its row may be seen. */
record GestureReading(DataSource database, Organization people) {

    private static final String REST =
            "SELECT "
                    + GestureRecord.COLUMNS
                    + ", g.verdict_anew, g.occasion, g.touchpoint,"
                    + " g.minutes, g.distance_metres, g.damage_minor, g.late_reason, g.held_until, g.ended_at, e.name AS ended_by_name,"
                    + " g.end_reason FROM gesture g LEFT JOIN person e ON e.id = g.ended_by WHERE g.id = ?";
    private static final String TRAIL =
            "SELECT b.code, e.type, e.held_delta, e.spent_delta, e.overdraft_delta, p.name,"
                    + " e.at FROM budget_entry e JOIN budget_period d ON d.id = e.period_id"
                    + " JOIN budget b ON b.id = d.budget_id LEFT JOIN person p ON p.id = e.person_id"
                    + " WHERE e.gesture_id = ? ORDER BY e.at, b.position, e.id";

    private String currency() {
        return people.company().currency();
    }

    GestureDetail detail(GestureRow row) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(REST)) {
            select.setObject(1, row.id());
            try (ResultSet rest = select.executeQuery()) {
                rest.next();
                return detail(row, rest, trail(connection, row.id()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("gesture " + row.id() + " could not be read", e);
        }
    }

    private GestureDetail detail(GestureRow row, ResultSet rest, List<GestureDetail.Entry> trail)
            throws SQLException {
        Answer first = GestureRecord.read(rest, currency()).answer(people);
        String anew = rest.getString("verdict_anew");
        Long damage = rest.getObject("damage_minor", Long.class);
        return new GestureDetail(
                row,
                first,
                anew == null
                        ? first.reasons()
                        : StoredAnswer.read(anew, currency(), people).reasons(),
                rest.getString("occasion"),
                rest.getString("touchpoint"),
                rest.getObject("minutes", Integer.class),
                rest.getObject("distance_metres", Integer.class),
                damage == null ? null : Money.of(damage, currency()),
                rest.getString("late_reason"),
                instant(rest, "held_until"),
                instant(rest, "ended_at"),
                rest.getString("ended_by_name"),
                rest.getString("end_reason"),
                trail);
    }

    private List<GestureDetail.Entry> trail(Connection connection, UUID gesture)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(TRAIL)) {
            select.setObject(1, gesture);
            List<GestureDetail.Entry> trail = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    trail.add(
                            new GestureDetail.Entry(
                                    row.getString(1),
                                    row.getString(2),
                                    Money.of(row.getLong(3), currency()),
                                    Money.of(row.getLong(4), currency()),
                                    Money.of(row.getLong(5), currency()),
                                    row.getString(6),
                                    instant(row, "at")));
                }
            }
            return trail;
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
