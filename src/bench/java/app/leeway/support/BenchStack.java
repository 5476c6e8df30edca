package app.leeway.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * The stack of the benchmark, part by part: the application's server is started, killed and started
 * again while the database and the identity provider stay.
 *
 * <p>Usage: {@link #open}, {@link #startServer}, measure, {@link #close}.
 */
public final class BenchStack implements AutoCloseable {
    private final Progress progress = new Progress(System.out);
    private final WorkDir place;
    private final Secrets secrets;
    private final LocalPostgres postgres;
    private final LocalKeycloak keycloak;
    private LocalLiberty server;
    private boolean closed;

    private BenchStack(
            WorkDir place, Secrets secrets, LocalPostgres postgres, LocalKeycloak keycloak) {
        this.place = place;
        this.secrets = secrets;
        this.postgres = postgres;
        this.keycloak = keycloak;
    }

    /**
     * Starts the database, with statements counted, and the identity provider.
     *
     * @param project where {@code liberty/} and {@code realm-config/} stand
     * @param home what the stack keeps; must be empty or absent
     */
    public static BenchStack open(Path project, Path home) {
        System.setProperty(LocalLiberty.UNHURRIED, "true");
        Progress progress = new Progress(System.out);
        WorkDir place = place(project, home, Path.of(System.getProperty("leeway.war")));
        Secrets secrets = new Secrets(home);
        progress.starting("PostgreSQL");
        countStatements(place, secrets);
        LocalPostgres postgres = LocalPostgres.start(place, secrets);
        try {
            progress.starting("Keycloak");
            LocalKeycloak keycloak = LocalKeycloak.start(place, secrets);
            return new BenchStack(place, secrets, postgres, keycloak);
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    /** The extension has to be loaded with the server, so the server is started once before. */
    private static void countStatements(WorkDir place, Secrets secrets) {
        try (LocalPostgres first = LocalPostgres.start(place, secrets);
                Connection connection = first.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("alter system set shared_preload_libraries = 'pg_stat_statements'");
            statement.execute("create extension if not exists pg_stat_statements");
        } catch (SQLException e) {
            throw new StartFailed("The statements of the database cannot be counted.", e);
        }
    }

    /** As the database's own superuser; the caller closes it. */
    public Connection superuser() throws SQLException {
        return postgres.superuser();
    }

    /** How long the server took until it said that it is ready. */
    public synchronized Duration startServer() {
        mustBeOpen();
        progress.starting("Open Liberty");
        long from = System.nanoTime();
        server = LocalLiberty.start(place, secrets, database(), realm());
        Duration took = Duration.ofNanos(System.nanoTime() - from);
        progress.ready("Open Liberty", took);
        return took;
    }

    public void stopServer() {
        server.close();
        server = null;
    }

    /** Ends the server's processes with SIGKILL: nothing in them gets to run any more. */
    public void killServer() {
        ProcessHandle process = ProcessHandle.of(server.pid()).orElseThrow();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
        server = null;
    }

    /** The process in which the application runs. */
    public long serverPid() {
        return server.javaPid();
    }

    /**
     * Starts a server of the same configuration with another archive, in a home of its own, and
     * stops it again.
     *
     * @return how long it took until it said that it is ready
     */
    public synchronized Duration startOther(Path project, Path home, Path war) {
        mustBeOpen();
        long from = System.nanoTime();
        LocalLiberty other =
                LocalLiberty.start(place(project, home, war), secrets, database(), realm());
        Duration took = Duration.ofNanos(System.nanoTime() - from);
        other.close();
        return took;
    }

    /** {@code http://localhost:PORT}. */
    public String address() {
        return place.applicationUrl();
    }

    public String issuer() {
        return place.issuer();
    }

    public Database database() {
        return postgres.database();
    }

    /** The browser that the journeys use. */
    public static Path browser() {
        return Chromium.executable();
    }

    public void say(String line) {
        progress.say(line);
    }

    /** Waits for a server that is being started, and stops it too. */
    @Override
    public synchronized void close() {
        closed = true;
        if (server != null) {
            server.close();
        }
        keycloak.close();
        postgres.close();
    }

    private void mustBeOpen() {
        if (closed) {
            throw new StartFailed("The benchmark was stopped.");
        }
    }

    private Realm realm() {
        return new Realm(place.issuer(), secrets.of("oidc.client.secret"));
    }

    private static WorkDir place(Path project, Path home, Path war) {
        try {
            Files.createDirectories(home);
        } catch (IOException e) {
            throw new UncheckedIOException("The stack's home cannot be made: " + home, e);
        }
        return new WorkDir(
                project,
                Path.of(System.getProperty("leeway.liberty.home")),
                Path.of(System.getProperty("leeway.keycloak.home")),
                home,
                war,
                "localhost",
                Port.free("leeway.http.port"),
                Port.free("leeway.https.port"),
                Port.free("leeway.keycloak.port"),
                Port.free("leeway.db.port"));
    }
}
