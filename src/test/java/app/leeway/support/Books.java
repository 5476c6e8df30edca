package app.leeway.support;

import app.leeway.audit.RewrittenRecord;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The database as its owner sees it: cleared between tests, and compared before and after. */
public final class Books {

    /**
     * Everything that a request could change; kept apart from Flyway's own table, and from what
     * workers of the server write at any minute: who has been seen, how far each manager has heard
     * of their day, that the head of the record was signed, what became of a message on its way,
     * and what is reckoned of all this at night.
     */
    private static final String TABLES =
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
                    + " AND table_type = 'BASE TABLE' AND table_name NOT LIKE 'flyway%'"
                    + " AND table_name NOT IN ('presence', 'telling_choice', 'sending',"
                    + " 'webhook_delivery', 'signed_head', 'record_key') AND table_name NOT LIKE 'fact_%'"
                    + " AND table_name NOT LIKE 'episode%' AND table_name NOT LIKE 'payoff_%'";

    /** Tables whose rows nobody takes away but the database's owner. */
    private static final List<String> KEPT =
            List.of("gesture", "budget_entry", "approval_event", "month_closing", "relation");

    private final Database database;

    public Books(Database database) {
        this.database = database;
    }

    /**
     * Takes away every gesture and what it drew, which the application itself can never do. The
     * periods of the budgets stay (the server remembers their keys) with nothing held or spent; the
     * record tells no longer that they were logged.
     */
    public void clear() {
        try (Connection connection = database.connect();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String table : KEPT) {
                sql.execute("ALTER TABLE " + table + " DISABLE TRIGGER USER");
            }
            for (String table :
                    List.of("approval_event", "approval_timer", "approval", "relation")) {
                sql.execute("DELETE FROM " + table);
            }
            sql.execute("DELETE FROM budget_entry WHERE gesture_id IS NOT NULL");
            sql.execute("DELETE FROM month_closing");
            sql.execute("DELETE FROM late_entries_told");
            for (String table : List.of("rule_question", "look_note", "look", "absence")) {
                sql.execute("DELETE FROM " + table);
            }
            sql.execute(
                    "DELETE FROM episode_fact f USING episode e"
                            + " WHERE e.episode_id = f.episode_id AND e.origin <> 'demo'");
            sql.execute("DELETE FROM episode WHERE origin <> 'demo'");
            sql.execute("DELETE FROM gesture_bend");
            sql.execute("DELETE FROM gesture");
            sql.execute("DELETE FROM tally");
            // As the server itself does, some time after its start: nothing is to change meanwhile.
            sql.execute(
                    "DELETE FROM word WHERE read_at < now() - interval '30 days'"
                            + " OR at < now() - interval '180 days'");
            sql.execute("DELETE FROM idempotent_answer");
            sql.execute(
                    "UPDATE budget_period SET held_minor = 0, spent_minor = 0, overdraft_minor = 0");
            forget(connection);
            for (String table : KEPT) {
                sql.execute("ALTER TABLE " + table + " ENABLE TRIGGER USER");
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("the company could not be cleared", e);
        }
    }

    /** The record no longer tells of gestures that are gone, and is whole again. */
    private static void forget(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.executeQuery("SELECT seq FROM audit_head FOR UPDATE").close(); // as writers do
            sql.execute("ALTER TABLE audit_entry DISABLE TRIGGER USER");
            sql.execute("ALTER TABLE signed_head DISABLE TRIGGER USER");
            List<String> first =
                    column(
                            sql,
                            "WITH gone AS (UPDATE audit_entry SET what = 'gesture.cleared' WHERE"
                                    + " what = 'gesture.logged' RETURNING seq) SELECT min(seq)"
                                    + " FROM gone HAVING count(*) > 0");
            if (!first.isEmpty()) {
                RewrittenRecord.from(connection, Long.parseLong(first.get(0)));
                sql.execute("DELETE FROM signed_head WHERE seq >= " + first.get(0));
            }
            sql.execute("ALTER TABLE audit_entry ENABLE TRIGGER USER");
            sql.execute("ALTER TABLE signed_head ENABLE TRIGGER USER");
        }
    }

    /** A digest of every table; the same before and after when nothing was changed. */
    public Map<String, String> digests() {
        Map<String, String> digests = new TreeMap<>();
        try (Connection connection = database.connect();
                Statement sql = connection.createStatement()) {
            for (String table : column(sql, TABLES)) {
                String digest =
                        "SELECT count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0)"
                                + " FROM "
                                + table
                                + " t";
                digests.put(table, column(sql, digest).get(0));
            }
            return digests;
        } catch (SQLException e) {
            throw new IllegalStateException("the database could not be read", e);
        }
    }

    /** A single figure. */
    public long figure(String query) {
        return Long.parseLong(texts(query).get(0));
    }

    /** The first column of what the query finds. */
    public List<String> texts(String query) {
        try (Connection connection = database.connect();
                Statement sql = connection.createStatement()) {
            return column(sql, query);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** A statement that no request could make. */
    public void write(String statement) {
        try (Connection connection = database.connect();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** The ids of all gestures. */
    public Set<UUID> gestures() {
        return texts("SELECT id FROM gesture").stream()
                .map(UUID::fromString)
                .collect(Collectors.toSet());
    }

    private static List<String> column(Statement sql, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
