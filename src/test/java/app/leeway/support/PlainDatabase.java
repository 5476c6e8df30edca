package app.leeway.support;

import app.leeway.shared.jdbc.Migrations;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database with the whole schema and nothing around it, for tests of what is written and read by
 * SQL: up within a second or two. The caller closes it.
 */
public final class PlainDatabase implements AutoCloseable {
    private final LocalPostgres server;
    private final DataSource source;

    private PlainDatabase(LocalPostgres server, DataSource source) {
        this.server = server;
        this.source = source;
    }

    /**
     * @param name of its folder; another for each test class
     */
    public static PlainDatabase started(String name) {
        WorkDir place = WorkDir.ofTests(name);
        RunningLeeway.empty(place.home());
        LocalPostgres server = LocalPostgres.start(place, new Secrets(place.home()));
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(server.database().url());
        source.setUser(server.database().user());
        source.setPassword(server.database().password());
        Migrations.of(source).migrate();
        return new PlainDatabase(server, source);
    }

    public DataSource source() {
        return source;
    }

    /** For another engine: with user and password in it. */
    public String address() {
        Database database = server.database();
        return "%s?user=%s&password=%s"
                .formatted(database.url(), database.user(), database.password());
    }

    /** Statements, one after the other. */
    public void write(String... statements) {
        try (Connection connection = source.getConnection();
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(String.join("; ", statements), e);
        }
    }

    /** The first column of the first row, as text; null where there is none. */
    public String one(String query) {
        try (Connection connection = source.getConnection();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            return row.next() ? row.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
