package app.leeway.gesture;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** How often each kind was given at a place lately, so that hands find the usual ones first. */
@ApplicationScoped
class MostUsed {

    private static final Duration LATELY = Duration.ofDays(28);

    private static final String COUNT =
            "SELECT kind, count(*) FROM gesture WHERE place = ? AND received_at >= ?"
                    + " AND state <> 'refused' GROUP BY kind";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    Map<String, Long> at(String place, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(COUNT)) {
            select.setString(1, place);
            select.setObject(2, now.minus(LATELY).atOffset(ZoneOffset.UTC));
            Map<String, Long> uses = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    uses.put(row.getString(1), row.getLong(2));
                }
            }
            return uses;
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "the usual gestures of " + place + " could not be counted", e);
        }
    }
}
