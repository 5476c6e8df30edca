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

    private static final String HEAD =
            "INSERT INTO payoff_edition (edition, about, horizon, made_at, until_day, episodes, given,"
                    + " generated, ripening) SELECT ?, ?, ?, ?, ?, count(*),"
                    + " coalesce(sum(f.treated), 0), count(*) FILTER (WHERE e.origin = 'demo'),"
                    + " (SELECT count(*) FROM episode r WHERE r.treated = 1 AND r.day + ? > ? AND r.day < ?)"
                    + " FROM %s f JOIN episode e ON e.episode_id = f.episode_id"
                    + " WHERE f.horizon = ? AND f.day + ? <= ?";

    @Inject Clock clock;

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    /** In a transaction of its own: facts that are made stay made. */
    @Transactional(TxType.REQUIRES_NEW)
    public void keep(@Observes FactsMade facts) {
        try (Connection connection = database.getConnection()) {
            StoredFacts.hashing(connection);
            update(connection, "DELETE FROM payoff_edition WHERE edition = 'live'");
            reckon(connection, Edition.LIVE, facts.today());
            LocalDate first = LocalDate.ofEpochDay(facts.today()).withDayOfMonth(1);
            String month = YearMonth.from(first).minusMonths(1).toString();
            if (!isKept(connection, month)) {
                reckon(connection, month, (int) first.toEpochDay());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("payoff could not be reckoned", e);
        }
    }

    private void reckon(Connection connection, String edition, int until) throws SQLException {
        for (About about : About.values()) {
            for (int days : MakingFacts.HORIZONS) {
                reckon(connection, new Edition.Key(edition, about, days), until);
            }
        }
    }

    private void reckon(Connection connection, Edition.Key key, int until) throws SQLException {
        String facts = key.about().facts();
        int days = key.days();
        update(
                connection,
                HEAD.formatted(facts),
                key.name(),
                key.about().code(),
                days,
                clock.instant().atOffset(ZoneOffset.UTC),
                until,
                days,
                until,
                until,
                days,
                days,
                until);
        int least = Question.USUAL.least();
        update(
                connection,
                "INSERT INTO payoff_estimate SELECT ?, ?, ?, x.* FROM ("
                        + StoredFacts.estimating(facts, days, until, least)
                        + ") x",
                key.name(),
                key.about().code(),
                days);
        for (String cluster : new String[] {"customer", "site"}) {
            update(
                    connection,
                    "INSERT INTO payoff_errors SELECT ?, ?, ?, ?, x.* FROM ("
                            + StoredFacts.clustering(facts, cluster, days, until, least)
                            + ") x",
                    key.name(),
                    key.about().code(),
                    days,
                    cluster);
        }
    }

    private static boolean isKept(Connection connection, String edition) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT 1 FROM payoff_edition WHERE edition = ?")) {
            select.setString(1, edition);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
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
