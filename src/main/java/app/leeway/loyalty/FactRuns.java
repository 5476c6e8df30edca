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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
        OffsetDateTime now = now();
        try (Connection connection = database.getConnection()) {
            FactState.take(connection); // one after the other
            update(
                    connection,
                    "UPDATE fact_run SET state = 'failed', ended_at = ?"
                            + " WHERE state = 'running' AND seen_at < ?",
                    now,
                    now.minus(SILENCE));
            try (PreparedStatement insert = connection.prepareStatement(BEGIN)) {
                insert.setObject(1, now);
                insert.setObject(2, by);
                insert.setBoolean(3, whole);
                insert.setObject(4, now);
                try (ResultSet row = insert.executeQuery()) {
                    return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a making of facts could not be begun", e);
        }
    }

    void reached(long run, long done, long customers) {
        change(
                "UPDATE fact_run SET done = ?, customers = ?, seen_at = ? WHERE id = ?",
                done,
                customers,
                now(),
                run);
    }

    void end(long run, FactRun.State state) {
        change(
                "UPDATE fact_run SET state = ?, ended_at = ?, seen_at = ? WHERE id = ?",
                state.name().toLowerCase(Locale.ROOT),
                now(),
                now(),
                run);
    }

    /** Empty while there was none. */
    public Optional<FactRun> latest() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(LATEST);
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(
                            new FactRun(
                                    row.getLong(1),
                                    instant(row, 2),
                                    instant(row, 3),
                                    FactRun.State.valueOf(
                                            row.getString(4).toUpperCase(Locale.ROOT)),
                                    row.getString(5),
                                    row.getBoolean(6),
                                    row.getLong(7),
                                    row.getLong(8)))
                    : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("the makings of facts could not be read", e);
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private void change(String sql, Object... values) {
        try (Connection connection = database.getConnection()) {
            update(connection, sql, values);
        } catch (SQLException e) {
            throw new IllegalStateException("a making of facts could not be followed", e);
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

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
