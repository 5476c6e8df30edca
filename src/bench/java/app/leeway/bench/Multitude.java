package app.leeway.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * More exceptions than anybody could ask for in the time there is: copies of those that wait, with
 * their gestures and timers, written past the rules. Budgets do not know of them.
 */
final class Multitude {
    private static final int ROUNDS = 25;
    private static final int AT_ONCE = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final Connection connection;

    /**
     * @param connection of the database's own superuser
     */
    Multitude(Connection connection) {
        this.connection = connection;
    }

    void grow(int wanted) throws SQLException {
        execute("SET session_replication_role = replica");
        execute(
                "CREATE TEMP TABLE more AS SELECT uuidv7() AS id, l.id AS of"
                        + " FROM (SELECT id FROM approval WHERE state = 'waiting' LIMIT 1000) l,"
                        + " generate_series(1, "
                        + wanted / 1000
                        + ")");
        copy("gesture", "id", Map.of());
        copy("approval", "id", Map.of());
        copy("approval_timer", "approval_id", Map.of());
        execute("SET session_replication_role = DEFAULT");
        execute("VACUUM ANALYZE gesture, approval, approval_timer");
    }

    /** Settled gestures until there are so many, over the year that has passed. */
    void growGestures(int wanted) throws SQLException {
        execute("SET session_replication_role = replica");
        execute("DROP TABLE IF EXISTS more");
        execute(
                "CREATE TEMP TABLE more AS SELECT uuidv7() AS id, l.id AS of"
                        + " FROM (SELECT id FROM gesture WHERE state = 'settled' LIMIT 1000) l,"
                        + " generate_series(1, greatest(0, ("
                        + wanted
                        + " - (SELECT count(*) FROM gesture)) / 1000))");
        String earlier = "t.judged_for - random() * interval '360 days'";
        copy("gesture", "id", Map.of("judged_for", earlier));
        execute("SET session_replication_role = DEFAULT");
    }

    /** All columns as they are, but for the key, and for what the database numbers itself. */
    private void copy(String table, String key, Map<String, String> changed) throws SQLException {
        String columns;
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT string_agg(column_name, ', ') FROM information_schema.columns"
                                        + " WHERE table_name = '"
                                        + table
                                        + "' AND table_schema = 'public' AND is_identity = 'NO'"
                                        + " AND is_generated = 'NEVER' AND column_name <> '"
                                        + key
                                        + "'")) {
            row.next();
            columns = row.getString(1);
        }
        execute(
                "INSERT INTO "
                        + table
                        + " ("
                        + key
                        + ", "
                        + columns
                        + ") SELECT more.id, "
                        + Stream.of(columns.split(", "))
                                .map(column -> changed.getOrDefault(column, "t." + column))
                                .collect(Collectors.joining(", "))
                        + " FROM more JOIN "
                        + table
                        + " t ON t."
                        + key
                        + " = more.of");
    }

    /** Some fall due at once, again and again; each time until the last of them has rung. */
    double timersLagSeconds() throws SQLException {
        Histogram lags = new Histogram(PATIENCE.toMillis(), 3);
        for (int round = 0; round < ROUNDS; round++) {
            execute("DROP TABLE IF EXISTS due");
            execute(
                    "CREATE TEMP TABLE due AS SELECT id FROM approval_timer ORDER BY id DESC LIMIT "
                            + AT_ONCE);
            execute(
                    "UPDATE approval_timer SET due_at = clock_timestamp()"
                            + " WHERE id IN (SELECT id FROM due)");
            long from = System.nanoTime();
            while (stillDue()) {
                if (System.nanoTime() - from > PATIENCE.toNanos()) {
                    throw new IllegalStateException("timers that are due do not ring");
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            lags.recordValue((System.nanoTime() - from) / 1_000_000);
        }
        return lags.getValueAtPercentile(99) / 1000.0;
    }

    private boolean stillDue() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT count(*) FROM approval_timer t JOIN due USING (id)"
                                        + " WHERE t.due_at <= now()")) {
            row.next();
            return row.getLong(1) > 0;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
