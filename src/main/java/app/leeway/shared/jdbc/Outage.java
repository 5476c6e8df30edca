package app.leeway.shared.jdbc;

import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;

/** The database cannot be reached: no fault of the request, and no use in trying each one again. */
public final class Outage {

    private Outage() {}

    /** Whether it failed for want of a database, or of a connection to it. */
    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLNonTransientConnectionException
                    || cause instanceof SQLRecoverableException
                    || cause instanceof SQLException sql && saysSo(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** Class 08, connection exception; 57P, the server is shutting down. */
    private static boolean saysSo(String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }

    /** What callers are told. */
    public static RefusedException refusal() {
        return new RefusedException(
                Refusal.BUSY, "the database cannot be reached: ask again with the same key");
    }
}
