package app.leeway.payoff;

import app.leeway.loyalty.FactsMade;
import app.leeway.loyalty.MakingFacts;
import app.leeway.payoff.Edition.About;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/**
 * Reckons the live edition anew when the facts are, and keeps each month that has ended as it was
 * seen then, so that a page opens as fast over ten years as over ten days.
 */
@ApplicationScoped
public class KeepingEditions {

    private static final String[] TABLES = {"payoff_edition", "payoff_estimate", "payoff_errors"};
    private static final String HEAD =
            "INSERT INTO payoff_edition (edition, about, horizon, made_at, until_day, episodes, given,"
                    + " generated, ripening) SELECT 'live', ?, ?, ?, ?, count(*),"
                    + " coalesce(sum(f.treated), 0), count(*) FILTER (WHERE e.origin = 'demo'),"
                    + " (SELECT count(*) FROM episode r WHERE r.treated = 1 AND r.day + ? > ?)"
                    + " FROM %s f JOIN episode e ON e.episode_id = f.episode_id WHERE f.horizon = ?";

    @Inject Clock clock;

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    /** In a transaction of its own: facts that are made stay made. */
    @Transactional(TxType.REQUIRES_NEW)
    public void keep(@Observes FactsMade facts) {
        try (Connection connection = database.getConnection()) {
            StoredFacts.hashing(connection);
            update(connection, "DELETE FROM payoff_edition WHERE edition = 'live'");
            for (About about : About.values()) {
                for (int days : MakingFacts.HORIZONS) {
                    reckon(connection, about, days, facts.today());
                }
            }
            freeze(connection, YearMonth.from(LocalDate.ofEpochDay(facts.today())).minusMonths(1));
        } catch (SQLException e) {
            throw new IllegalStateException("payoff could not be reckoned", e);
        }
    }

    private void reckon(Connection connection, About about, int days, int today)
            throws SQLException {
        update(
                connection,
                HEAD.formatted(about.facts()),
                about.code(),
                days,
                clock.instant().atOffset(ZoneOffset.UTC),
                today,
                days,
                today,
                days);
        int least = Question.USUAL.least();
        String which = "'live', '" + about.code() + "', " + days + ", ";
        update(
                connection,
                "INSERT INTO payoff_estimate SELECT "
                        + which
                        + "x.* FROM ("
                        + StoredFacts.estimating(about.facts(), days, least)
                        + ") x");
        for (String cluster : new String[] {"customer", "site"}) {
            update(
                    connection,
                    "INSERT INTO payoff_errors SELECT "
                            + which
                            + "'"
                            + cluster
                            + "', x.* FROM ("
                            + StoredFacts.clustering(about.facts(), cluster, days, least)
                            + ") x");
        }
    }

    /** Once, by whoever reckons first after its end. */
    private static void freeze(Connection connection, YearMonth month) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT 1 FROM payoff_edition WHERE edition = ?")) {
            select.setString(1, month.toString());
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    return;
                }
            }
        }
        for (String table : TABLES) {
            update(
                    connection,
                    "INSERT INTO %1$s SELECT (jsonb_populate_record(t, jsonb_build_object('edition', ?::text))).*"
                                    .formatted(table)
                            + " FROM "
                            + table
                            + " t WHERE edition = 'live'",
                    month.toString());
        }
    }

    private static void update(Connection connection, String sql, Object... values)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            update.executeUpdate();
        }
    }
}
