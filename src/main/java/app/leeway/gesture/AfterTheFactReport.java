package app.leeway.gesture;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import javax.sql.DataSource;

/** What managers are told of afterwards: gestures whose verdict was GO_AND_TELL. */
@ApplicationScoped
public class AfterTheFactReport {

    /**
     * @param costMinor what they came to together, in minor units
     */
    public record Sum(long count, long costMinor) {}

    private static final String SUM =
            "SELECT count(*), coalesce(sum(cost_minor), 0) FROM gesture"
                    + " WHERE place = ANY(?) AND received_at > ? AND received_at <= ?"
                    + " AND outcome = 'GO_AND_TELL' AND person_id <> ?"
                    + " AND state IN ('held', 'settled')";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    /**
     * @param places codes of units; those below them are not meant
     * @param after received after this
     * @param until and no later
     * @param personId whoever is told: what they gave themselves they know
     */
    @Transactional
    public Sum sum(Set<String> places, Instant after, Instant until, long personId) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SUM)) {
            select.setArray(1, connection.createArrayOf("text", places.toArray()));
            select.setObject(2, after.atOffset(ZoneOffset.UTC));
            select.setObject(3, until.atOffset(ZoneOffset.UTC));
            select.setLong(4, personId);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Sum(row.getLong(1), row.getLong(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("what is told afterwards could not be summed", e);
        }
    }
}
