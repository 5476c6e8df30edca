package app.leeway.shared.jdbc;

import java.sql.SQLException;

/** The code by which the database says why it refused a statement. */
public final class SqlState {

    private SqlState() {}

    /**
     * @param state five characters, of the standard, of PostgreSQL or of this application's own
     *     triggers
     * @return whether the failure, or one behind it, carries that code
     */
    public static boolean is(String state, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && state.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
