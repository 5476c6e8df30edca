package app.leeway.journey;

import app.leeway.support.RunningLeeway;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What the database has of gestures: the last word on whether something was sent, and once. */
final class KeptGestures {
    private KeptGestures() {}

    /**
     * A gesture as it lies there.
     *
     * @param costMinor minor units
     */
    record Row(String kind, String state, String outcome, long costMinor) {}

    /** The rows with these ids, in no order. */
    static List<Row> with(Collection<String> ids) throws SQLException {
        String sql = "select kind, state, outcome, cost_minor from gesture where id = any(?)";
        try (Connection connection = RunningLeeway.shared().database().connect();
                PreparedStatement query = connection.prepareStatement(sql)) {
            UUID[] wanted = ids.stream().map(UUID::fromString).toArray(UUID[]::new);
            query.setArray(1, connection.createArrayOf("uuid", wanted));
            List<Row> rows = new ArrayList<>();
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    rows.add(
                            new Row(
                                    found.getString(1),
                                    found.getString(2),
                                    found.getString(3),
                                    found.getLong(4)));
                }
            }
            return rows;
        }
    }

    /** How many gestures of this kind the person has logged, whatever became of them. */
    static int countOf(String kind, String user) throws SQLException {
        String sql =
                "select count(*) from gesture g join person p on p.id = g.person_id"
                        + " where g.kind = ? and p.user_name = ?";
        try (Connection connection = RunningLeeway.shared().database().connect();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, kind);
            query.setString(2, user);
            try (ResultSet found = query.executeQuery()) {
                found.next();
                return found.getInt(1);
            }
        }
    }
}
