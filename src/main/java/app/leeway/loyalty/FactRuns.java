package app.leeway.loyalty;

import app.leeway.shared.Rows;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;

/** What is known of the makings of facts, whichever server does them. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class FactRuns {

    /** A run that has not been heard of for so long has died with its server. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private static final String BEGIN =
            "INSERT INTO fact_run (begun_at, state, by_person, whole, seen_at)"
                    + " SELECT ?, 'running', ?, ?, ? WHERE NOT EXISTS"
                    + " (SELECT 1 FROM fact_run WHERE state = 'running') RETURNING id";
    private static final String LATEST =
            "SELECT r.id, r.begun_at, r.ended_at, r.state, p.name, r.whole, r.customers, r.done"
                    + " FROM fact_run r LEFT JOIN person p ON p.id = r.by_person ORDER BY r.id DESC LIMIT 1";

    @Inject Clock clock;

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    /**
     * @param by null: it begins by itself
     * @return its number; empty when another goes on
     */
    Optional<Long> begin(Long by, boolean whole) {
        Instant now = clock.instant();
        try (Connection connection = database.getConnection()) {
            FactState.take(connection); // one after the other
        } catch (SQLException e) {
            throw new IllegalStateException("a making of facts could not be begun", e);
        }
        Rows.update(
                database,
                "UPDATE fact_run SET state = 'failed', ended_at = ?"
                        + " WHERE state = 'running' AND seen_at < ?",
                now,
                now.minus(SILENCE));
        return Rows.select(database, BEGIN, row -> row.getLong(1), now, by, whole, now).stream()
                .findFirst();
    }

    void reached(long run, long done, long customers) {
        Rows.update(
                database,
                "UPDATE fact_run SET done = ?, customers = ?, seen_at = ? WHERE id = ?",
                done,
                customers,
                clock.instant(),
                run);
    }

    void end(long run, FactRun.State state) {
        Rows.update(
                database,
                "UPDATE fact_run SET state = ?, ended_at = ?, seen_at = ? WHERE id = ?",
                state.name().toLowerCase(Locale.ROOT),
                clock.instant(),
                clock.instant(),
                run);
    }

    /** Empty while there was none. */
    public Optional<FactRun> latest() {
        return Rows.select(database, LATEST, FactRuns::run).stream().findFirst();
    }

    private static FactRun run(ResultSet row) throws SQLException {
        return new FactRun(
                row.getLong(1),
                Rows.instant(row, 2),
                Rows.instant(row, 3),
                FactRun.State.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                row.getString(5),
                row.getBoolean(6),
                row.getLong(7),
                row.getLong(8));
    }
}
