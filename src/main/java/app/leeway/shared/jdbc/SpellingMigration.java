package app.leeway.shared.jdbc;

import app.leeway.shared.Spelling;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * V017.1: gives the visits and customers that are there already their keys.
 *
 * <p>Customers whose codes differ in nothing but their spelling stay what they are: one of them is
 * found by every spelling, the others by their own only. They are named in the log.
 */
final class SpellingMigration implements JavaMigration {

    private static final Logger LOG = Logger.getLogger(SpellingMigration.class.getName());
    private static final int AT_ONCE = 10_000;

    private static final String VISITS =
            "SELECT DISTINCT visit FROM gesture WHERE visit IS NOT NULL";
    private static final String SET_VISITS =
            "UPDATE gesture g SET visit_key = k.key FROM unnest(?::text[], ?::text[]) AS k (visit, key)"
                    + " WHERE g.visit = k.visit";
    private static final String CODES = "SELECT code FROM customer";
    private static final String SET_CODES =
            "UPDATE customer c SET code_key = coalesce(k.key, k.code)"
                    + " FROM unnest(?::text[], ?::text[]) AS k (code, key) WHERE c.code = k.code";

    /** No code that is not its own key can be the key of another. */
    private static final String PART =
            "UPDATE customer c SET code_key = c.code FROM (SELECT id, row_number()"
                    + " OVER (PARTITION BY code_key ORDER BY code <> code_key, id) AS nth FROM customer) n"
                    + " WHERE n.id = c.id AND n.nth > 1 RETURNING c.code";

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        keys(connection, VISITS, SET_VISITS);
        keys(connection, CODES, SET_CODES);
        try (Statement sql = connection.createStatement()) {
            try (ResultSet row = sql.executeQuery(PART)) {
                while (row.next()) {
                    String code = row.getString(1);
                    LOG.warning(() -> "customer " + code + " is found by this one spelling only");
                }
            }
            sql.execute("ALTER TABLE customer ALTER COLUMN code_key SET NOT NULL");
            sql.execute("CREATE UNIQUE INDEX customer_spelled ON customer (code_key)");
            sql.execute("DROP INDEX gesture_visit");
            sql.execute(
                    "CREATE INDEX gesture_visit ON gesture (visit_key, judged_for)"
                            + " WHERE visit_key IS NOT NULL");
            sql.execute("DROP INDEX gesture_visit_told");
            sql.execute(
                    "CREATE INDEX gesture_visit_told ON gesture (visit_key, told_at)"
                            + " WHERE told_at IS NOT NULL AND visit_key IS NOT NULL");
        }
    }

    private static void keys(Connection connection, String reading, String setting)
            throws SQLException {
        try (Statement select = connection.createStatement();
                PreparedStatement update = connection.prepareStatement(setting)) {
            select.setFetchSize(AT_ONCE);
            try (ResultSet row = select.executeQuery(reading)) {
                List<String> typed = new ArrayList<>();
                while (row.next()) {
                    typed.add(row.getString(1));
                    if (typed.size() == AT_ONCE) {
                        set(connection, update, typed);
                        typed.clear();
                    }
                }
                set(connection, update, typed);
            }
        }
    }

    private static void set(Connection connection, PreparedStatement update, List<String> typed)
            throws SQLException {
        if (typed.isEmpty()) {
            return;
        }
        Array keys = connection.createArrayOf("text", typed.stream().map(Spelling::key).toArray());
        update.setArray(1, connection.createArrayOf("text", typed.toArray()));
        update.setArray(2, keys);
        update.executeUpdate();
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("017.1");
    }

    @Override
    public String getDescription() {
        return "keys of what is there";
    }

    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }
}
