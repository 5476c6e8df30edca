package app.leeway.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * PostgreSQL from the binaries in Maven Central, its data kept in the stack's home.
 *
 * <p>Design notice: the library's own settings are made for throw-away tests (no fsync). Here what
 * was recorded must not be lost, in development too, so they are set back to PostgreSQL's own.
 */
final class LocalPostgres implements AutoCloseable {
    private final EmbeddedPostgres server;
    private final Database database;

    private LocalPostgres(EmbeddedPostgres server, Database database) {
        this.server = server;
        this.database = database;
    }

    /** Starts it and makes sure that the database {@code leeway} and the role owning it exist. */
    static LocalPostgres start(Place place, Secrets secrets) {
        EmbeddedPostgres server = started(place.home().resolve("db"), place.database().number());
        try {
            Database database = database(place, secrets);
            prepare(server, database);
            return new LocalPostgres(server, database);
        } catch (SQLException | RuntimeException e) {
            close(server);
            throw new StartFailed("PostgreSQL started, but its database could not be made.", e);
        }
    }

    /** How the application reaches the database of this place. */
    static Database database(Place place, Secrets secrets) {
        return new Database(
                "jdbc:postgresql://localhost:%d/leeway".formatted(place.database().number()),
                "leeway",
                secrets.of("database.password"));
    }

    Database database() {
        return database;
    }

    /** The server's own process, for tests that end it the hard way. */
    long pid() {
        return server.getProcess().pid();
    }

    @Override
    public void close() {
        close(server);
    }

    private static EmbeddedPostgres started(Path data, int port) {
        try {
            return EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setServerConfig("listen_addresses", "localhost")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "100")
                    .start();
        } catch (IOException | RuntimeException e) {
            throw new StartFailed("PostgreSQL did not start with its data in " + data + ".", e);
        }
    }

    /** The builtin C.UTF-8 rules know å from Å on every machine, whatever locales it has. */
    private static void prepare(EmbeddedPostgres server, Database database) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select 1 from pg_roles where rolname = 'leeway'")) {
                statement.execute("create role leeway login");
            }
            // The password is hexadecimal, so it needs no quoting.
            statement.execute("alter role leeway password '" + database.password() + "'");
            if (!exists(statement, "select 1 from pg_database where datname = 'leeway'")) {
                statement.execute(
                        "create database leeway owner leeway encoding 'UTF8' template template0"
                                + " locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'");
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be stopped", e);
        }
    }
}
