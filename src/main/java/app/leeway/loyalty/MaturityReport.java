package app.leeway.loyalty;

import app.leeway.shared.Rows;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;

/** What is known so far, and what is too young to tell. */
@ApplicationScoped
public class MaturityReport {

    private static final String COUNT =
            "INSERT INTO fact_stock SELECT true, (SELECT count(*) FROM outcome), count(*),"
                    + " count(*) FILTER (WHERE treated = 1),"
                    + " count(*) FILTER (WHERE treated = 1 AND day + ? > ?),"
                    + " max(day) FILTER (WHERE treated = 1 AND day + ? > ?) + ?, ? FROM episode";

    private static final String READ =
            "SELECT outcomes, episodes, given, young, until_day, days FROM fact_stock";

    @Inject FactBuild making;
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
        Rows.update(database, "DELETE FROM fact_stock");
        Rows.update(database, COUNT, days, today, days, today, days, days);
    }

    /** As it was counted last. */
    @Transactional
    public Stock stock() {
        return Rows.select(database, READ, MaturityReport::stock).stream()
                .findFirst()
                .orElseGet(() -> new Stock(0, 0, 0, 0, null, settings.current().window()));
    }

    private static Stock stock(ResultSet row) throws SQLException {
        Integer until = row.getObject(5, Integer.class);
        return new Stock(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                until == null ? null : LocalDate.ofEpochDay(until),
                row.getInt(6));
    }
}
