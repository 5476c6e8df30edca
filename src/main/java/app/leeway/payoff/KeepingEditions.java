package app.leeway.payoff;

import app.leeway.loyalty.FactBuild;
import app.leeway.loyalty.FactsMade;
import app.leeway.payoff.Edition.About;
import app.leeway.shared.Rows;
import app.leeway.shared.jdbc.LongTransaction;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
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

    @Inject LongTransaction work;
    @Inject MoneySpent money;
    @Inject Clock clock;

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    /** Each page's figures in a transaction of their own: no page waits for the others. */
    public void keep(@Observes FactsMade facts) {
        LocalDate today = LocalDate.ofEpochDay(facts.today());
        LocalDate first = today.withDayOfMonth(1);
        String month = YearMonth.from(first).minusMonths(1).toString();
        for (About about : About.values()) {
            for (int days : FactBuild.HORIZONS) {
                Edition.Key live = new Edition.Key(Edition.LIVE, about, days);
                Edition.Key ended = new Edition.Key(month, about, days);
                work.inOne(() -> reckon(live, facts.today()));
                work.inOne(() -> reckon(ended, (int) first.toEpochDay()));
            }
        }
        work.inOne(() -> money.reckon(today));
    }

    private void reckon(Edition.Key key, int until) {
        Rows.update(
                database,
                "DELETE FROM payoff_edition WHERE edition = 'live' AND edition = ?"
                        + " AND about = ? AND horizon = ?",
                key.name(),
                key.about().code(),
                key.days());
        if (isKept(key)) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            StoredFacts.hashing(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("payoff could not be reckoned", e);
        }
        String facts = key.about().facts();
        int days = key.days();
        Rows.update(
                database,
                HEAD.formatted(facts),
                key.name(),
                key.about().code(),
                days,
                clock.instant(),
                until,
                days,
                until,
                until,
                days,
                days,
                until);
        int least = Question.USUAL.least();
        Rows.update(
                database,
                "INSERT INTO payoff_estimate SELECT ?, ?, ?, x.* FROM ("
                        + StoredFacts.estimating(facts, days, until, least)
                        + ") x",
                key.name(),
                key.about().code(),
                days);
        for (String cluster : new String[] {"customer", "site"}) {
            Rows.update(
                    database,
                    "INSERT INTO payoff_errors SELECT ?, ?, ?, ?, x.* FROM ("
                            + StoredFacts.clustering(facts, cluster, days, until, least)
                            + ") x",
                    key.name(),
                    key.about().code(),
                    days,
                    cluster);
        }
    }

    private boolean isKept(Edition.Key key) {
        String sql = "SELECT 1 FROM payoff_edition WHERE edition = ? AND about = ? AND horizon = ?";
        return !Rows.select(database, sql, row -> 1, key.name(), key.about().code(), key.days())
                .isEmpty();
    }
}
