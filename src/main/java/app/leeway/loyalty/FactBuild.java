package app.leeway.loyalty;

import app.leeway.organization.Organizations;
import app.leeway.shared.jdbc.SqlText;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;

/**
 * Makes facts of episodes and outcomes: those newly ripe, and anew those of customers about whom
 * something came late. Sums are of whole numbers, so a rebuild gives the same to the last digit.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class FactBuild {

    /** Days of the windows after an episode. */
    public static final List<Integer> HORIZONS = List.of(30, 90, 180, 365);

    private static final int CUSTOMERS = 50_000;
    private static final String FIRST_UNSEEN =
            "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint";
    private static final String TOLD_LATE =
            "INSERT INTO fact_due SELECT DISTINCT o.customer FROM outcome o"
                    + " WHERE o.written_in >= ? AND o.written_in < ?"
                    + " AND EXISTS (SELECT 1 FROM episode e WHERE e.customer_id = o.customer)"
                    + " ON CONFLICT DO NOTHING";
    private static final String NEWLY_RIPE =
            "INSERT INTO fact_due SELECT DISTINCT customer_id FROM episode"
                    + " WHERE day + ? > ? AND day + ? <= ? ON CONFLICT DO NOTHING";
    private static final String TAKE_SOME =
            "WITH taken AS (DELETE FROM fact_due WHERE customer_id IN"
                    + " (SELECT customer_id FROM fact_due LIMIT "
                    + CUSTOMERS
                    + ") RETURNING customer_id) INSERT INTO fact_chunk SELECT customer_id FROM taken";

    /** The how-manyeth gesture of the customer within twelve months. */
    private static final String COUNT_GESTURES =
            "UPDATE episode e SET nth_band = n.band FROM (SELECT a.episode_id,"
                    + " CASE count(b.episode_id) WHEN 0 THEN '1' WHEN 1 THEN '2' ELSE '3+' END AS band"
                    + " FROM episode_chunk a LEFT JOIN episode_chunk b ON b.customer_id = a.customer_id"
                    + " AND b.treated = 1 AND b.day > a.day - 365"
                    + " AND (b.day, b.episode_id) < (a.day, a.episode_id)"
                    + " WHERE a.treated = 1 GROUP BY a.episode_id) n"
                    + " WHERE n.episode_id = e.episode_id AND e.nth_band IS DISTINCT FROM n.band";

    @Inject Organizations organizations;
    @Inject KeepingOutcomeSettings settings;
    @Inject Clock clock;

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    /** The day that has not ended, in the company's zone. */
    @Transactional(TxType.SUPPORTS)
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), organizations.current().company().zone());
    }

    /** Forgets all that can be made again. */
    void forgetAll() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            FactState.take(connection);
            statement.executeUpdate("DELETE FROM episode_fact");
            statement.executeUpdate(
                    "DELETE FROM episode_clause c USING episode e"
                            + " WHERE e.episode_id = c.episode_id AND e.origin <> 'demo'");
            statement.executeUpdate("DELETE FROM episode WHERE origin <> 'demo'");
            FactState.NOTHING.keep(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the facts could not be forgotten", e);
        }
    }

    /**
     * Looks for customers whose facts are no longer what they would be made.
     *
     * @return how many there are
     */
    long findDue() {
        int today = (int) today().toEpochDay();
        String margins = settings.current().worth();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            FactState state = FactState.take(connection);
            long unseen = number(statement, FIRST_UNSEEN);
            boolean elsewhere = unseen < state.writtenIn(); // restored into another cluster
            FactState from = elsewhere || !margins.equals(state.settings()) ? all(state) : state;
            try (PreparedStatement late = connection.prepareStatement(TOLD_LATE);
                    PreparedStatement ripe = connection.prepareStatement(NEWLY_RIPE)) {
                late.setLong(1, from.writtenIn());
                late.setLong(2, unseen);
                late.executeUpdate();
                for (int horizon : HORIZONS) {
                    ripe.setInt(1, horizon);
                    ripe.setInt(2, from.today());
                    ripe.setInt(3, horizon);
                    ripe.setInt(4, today);
                    ripe.executeUpdate();
                }
            }
            new FactState(state.auditSeq(), unseen, today, margins).keep(connection);
            return number(statement, "SELECT count(*) FROM fact_due");
        } catch (SQLException e) {
            throw new IllegalStateException("what is due could not be found", e);
        }
    }

    private static FactState all(FactState state) {
        return new FactState(state.auditSeq(), 0, 0, state.settings());
    }

    /**
     * Makes the facts of some of those that are due.
     *
     * @return of how many customers; 0 when nobody is left
     */
    int makeSome() {
        int scale = 1000 * (int) Math.pow(10, organizations.current().currencyDigits());
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            FactState state = FactState.take(connection);
            statement.executeUpdate("DELETE FROM fact_chunk");
            int taken = statement.executeUpdate(TAKE_SOME);
            if (taken == 0) {
                return 0;
            }
            statement.executeUpdate("ANALYZE fact_chunk");
            statement.executeUpdate(COUNT_GESTURES);
            statement.executeUpdate(
                    "DELETE FROM episode_fact f USING fact_chunk c"
                            + " WHERE f.customer_id = c.customer_id");
            for (int horizon : HORIZONS) {
                statement.executeUpdate(
                        "INSERT INTO episode_fact " + facts(horizon, state.today(), scale));
            }
            return taken;
        } catch (SQLException e) {
            throw new IllegalStateException("facts could not be made", e);
        }
    }

    /** What the database must know of the tables to read them well. */
    void takeStock() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("ANALYZE episode, episode_clause, episode_fact");
        } catch (SQLException e) {
            throw new IllegalStateException("no stock could be taken of the facts", e);
        }
    }

    private static String facts(int horizon, int today, int scale) {
        return SqlText.of("facts")
                .with("episode", "episode_chunk")
                .with("loyalty_event", "loyalty_event_chunk")
                .with("horizon", horizon)
                .with("today", today)
                .with("scale", scale)
                .complete();
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
