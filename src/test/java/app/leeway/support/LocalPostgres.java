package app.leeway.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * PostgreSQL from the binaries in Maven Central, its data kept in the stack's home.
 *
 * <p>Design notice: the library's own settings are made for throw-away tests (no fsync). Here what
 * was recorded must not be lost, in development too, so they are set back to PostgreSQL's own. The
 * library also makes data folders that trust everybody on the machine; each start closes the folder
 * it finds, be it new or from before, so that nobody comes in without a password.
 */
final class LocalPostgres implements AutoCloseable {
    private static final String CLOSED =
            """
            # TYPE  DATABASE        USER  ADDRESS       METHOD
            local   all             all                 scram-sha-256
            host    all             all   127.0.0.1/32  scram-sha-256
            host    all             all   ::1/128       scram-sha-256
            """;

    private final EmbeddedPostgres server;
    private final Database database;
    private final String superuserPassword;

    private LocalPostgres(EmbeddedPostgres server, Database database, String superuserPassword) {
        this.server = server;
        this.database = database;
        this.superuserPassword = superuserPassword;
    }

    /** Starts it and makes sure that the database {@code leeway} and the role owning it exist. */
    static LocalPostgres start(WorkDir place, Secrets secrets) {
        Path data = place.home().resolve("db");
        String password = secrets.of("database.superuser.password");
        EmbeddedPostgres server = started(data, place.database().number(), password);
        try {
            Database database = database(place, secrets);
            try (Connection connection = superuser(server, password)) {
                prepare(connection, database);
                close(connection, data, password);
            }
            return new LocalPostgres(server, database, password);
        } catch (IOException | SQLException | RuntimeException e) {
            close(server);
            throw new StartFailed("PostgreSQL started, but its database could not be made.", e);
        }
    }

    /** How the application reaches the database of this place. */
    static Database database(WorkDir place, Secrets secrets) {
        return new Database(
                "jdbc:postgresql://localhost:%d/leeway".formatted(place.database().number()),
                "leeway",
                secrets.of("database.password"));
    }

    Database database() {
        return database;
    }

    /** A connection to the application's database as the database's superuser. */
    Connection superuser() throws SQLException {
        return DriverManager.getConnection(database.url(), "postgres", superuserPassword);
    }

    /** The server's own process, for tests that end it the hard way. */
    long pid() {
        return server.getProcess().pid();
    }

    @Override
    public void close() {
        close(server);
    }

    private static EmbeddedPostgres started(Path data, int port, String password) {
        try {
            return EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setConnectConfig("password", password)
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

    private static Connection superuser(EmbeddedPostgres server, String password)
            throws SQLException {
        String url = "jdbc:postgresql://localhost:%d/postgres".formatted(server.getPort());
        return DriverManager.getConnection(url, "postgres", password);
    }

    /** Passwords are hexadecimal, so they need no quoting. */
    private static void close(Connection connection, Path data, String password)
            throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("alter role postgres password '" + password + "'");
            Files.writeString(data.resolve("pg_hba.conf"), CLOSED);
            statement.execute("select pg_reload_conf()");
        }
    }

    /** The builtin C.UTF-8 rules know å from Å on every machine, whatever locales it has. */
    private static void prepare(Connection connection, Database database) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!exists(statement, "select 1 from pg_roles where rolname = 'leeway'")) {
                statement.execute("create role leeway login");
            }
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
