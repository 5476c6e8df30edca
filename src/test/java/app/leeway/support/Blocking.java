package app.leeway.support;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Rows kept locked by a test, so that whoever needs them waits until it is closed. */
public final class Blocking implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Connection connection;
    private final Nordlyst nordlyst;

    private Blocking(Connection connection, Nordlyst nordlyst) {
        this.connection = connection;
        this.nordlyst = nordlyst;
    }

    /**
     * @param select the rows, without FOR UPDATE
     */
    public static Blocking rows(Nordlyst nordlyst, String select) {
        try {
            Connection connection = nordlyst.database().connect();
            connection.setAutoCommit(false);
            try (Statement sql = connection.createStatement();
                    ResultSet rows = sql.executeQuery(select + " FOR UPDATE")) {
                if (!rows.next()) {
                    throw new IllegalStateException("nothing to lock: " + select);
                }
            }
            return new Blocking(connection, nordlyst);
        } catch (SQLException e) {
            throw new IllegalStateException(select, e);
        }
    }

    /** Until the database says that somebody stands in line behind this test. */
    public void awaitSomebodyWaiting() {
        String waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted";
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (nordlyst.books().figure(waiting) == 0) {
            if (System.nanoTime() > until) {
                throw new AssertionError("nobody came to wait for the lock");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    @Override
    public void close() {
        try {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the lock could not be given back", e);
        }
    }
}
