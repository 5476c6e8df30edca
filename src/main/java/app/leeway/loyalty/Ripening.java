package app.leeway.loyalty;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;

/** What is known so far, and what is too young to tell. */
@ApplicationScoped
public class Ripening {

    private static final String COUNT =
            "INSERT INTO fact_stock SELECT true, (SELECT count(*) FROM outcome), count(*),"
                    + " count(*) FILTER (WHERE treated = 1),"
                    + " count(*) FILTER (WHERE treated = 1 AND day + ? > ?),"
                    + " max(day) FILTER (WHERE treated = 1 AND day + ? > ?) + ?, ? FROM episode";

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

    /** Counts anew. */
    @Transactional(TxType.MANDATORY)
    void count() {
        int days = settings.current().window();
        int today = (int) making.today().toEpochDay();
        try (Connection connection = database.getConnection();
                PreparedStatement forget = connection.prepareStatement("DELETE FROM fact_stock");
                PreparedStatement count = connection.prepareStatement(COUNT)) {
            int[] values = {days, today, days, today, days, days};
            for (int i = 0; i < values.length; i++) {
                count.setInt(i + 1, values[i]);
            }
            forget.executeUpdate();
            count.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("what is known so far could not be counted", e);
        }
    }

    /** As it was counted last. */
    @Transactional
    public Stock stock() {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT outcomes, episodes, given, young, until_day, days"
                                        + " FROM fact_stock");
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                return new Stock(0, 0, 0, 0, null, settings.current().window());
            }
            Integer until = row.getObject(5, Integer.class);
            return new Stock(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    until == null ? null : LocalDate.ofEpochDay(until),
                    row.getInt(6));
        } catch (SQLException e) {
            throw new IllegalStateException("what is known so far could not be read", e);
        }
    }
}
