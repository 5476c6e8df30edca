package app.leeway.support;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How to reach the application's database, wherever it runs. */
public record Database(String url, String user, String password) {

    /** A plain connection, with auto-commit on; the caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }
}
