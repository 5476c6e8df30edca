package app.leeway.loyalty;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;

/** What is known so far, and what is too young to tell. */
@ApplicationScoped
public class Ripening {

    private static final String COUNTS =
            "SELECT (SELECT count(*) FROM outcome), count(*), count(*) FILTER (WHERE treated = 1),"
                    + " count(*) FILTER (WHERE treated = 1 AND day + ? > ?), max(day) FILTER (WHERE treated = 1)"
                    + " FROM episode";

    @Inject MakingFacts making;
    @Inject KeepingOutcomeSettings settings;

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    /**
     * @param outcomes entries that have come in
     * @param young gestures whose window has not ended
     * @param until when the last of them is ripe; null where there is none
     */
    public record Stock(
            long outcomes, long episodes, long given, long young, LocalDate until, int days) {}

    @Transactional
    public Stock stock() {
        int days = settings.current().window();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(COUNTS)) {
            select.setInt(1, days);
            select.setInt(2, (int) making.today().toEpochDay());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                long young = row.getLong(4);
                LocalDate until =
                        young == 0 ? null : LocalDate.ofEpochDay(row.getInt(5) + (long) days);
                return new Stock(
                        row.getLong(1), row.getLong(2), row.getLong(3), young, until, days);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("what is known so far could not be counted", e);
        }
    }
}
