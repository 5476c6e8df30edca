package app.leeway.support;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Everything Leeway needs, started in order and stopped in the opposite one, also when one of the
 * parts does not start or somebody interrupts the start.
 */
final class LocalStack implements AutoCloseable {
    private final WorkDir place;
    private final Outside outside;
    private final Progress progress;
    private final Map<String, String> settings;
    private final Secrets secrets;
    private final Deque<Map.Entry<String, AutoCloseable>> running = new ArrayDeque<>();

    private volatile boolean unwanted;
    private Database database;
    private Realm realm;
    private LocalPostgres postgres;
    private LocalKeycloak keycloak;
    private LocalLiberty liberty;

    LocalStack(WorkDir place, Outside outside, Progress progress) {
        this(place, outside, progress, Map.of());
    }

    /**
     * @param settings environment variables of the application's server, in place of the usual ones
     */
    LocalStack(WorkDir place, Outside outside, Progress progress, Map<String, String> settings) {
        this.place = place;
        this.outside = outside;
        this.progress = progress;
        this.settings = settings;
        this.secrets = new Secrets(place.home());
    }

    /** Starts what is not given from outside. On failure nothing stays behind. */
    void start() {
        if (!Files.exists(place.war())) {
            throw new StartFailed("The application is not built: " + place.war() + " is missing.");
        }
        try {
            portsMustBeFree();
            database = outside.database().orElseGet(this::ownDatabase);
            realm = outside.realm().orElseGet(this::ownRealm);
            liberty =
                    part(
                            "Open Liberty",
                            () -> LocalLiberty.start(place, secrets, database, realm, settings));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    Database database() {
        return database;
    }

    Realm realm() {
        return realm;
    }

    Secrets secrets() {
        return secrets;
    }

    LocalPostgres postgres() {
        return postgres;
    }

    LocalKeycloak keycloak() {
        return keycloak;
    }

    LocalLiberty liberty() {
        return liberty;
    }

    /**
     * Ends the start-up at its next step; to be followed by an interrupt of the starting thread.
     */
    void giveUp() {
        unwanted = true;
    }

    /** Whether somebody gave up on it. */
    boolean isGivenUp() {
        return unwanted;
    }

    /** Stops what was started, last first. Doing it twice does no harm. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted(); // or waiting for the parts would end at once
        synchronized (running) {
            while (!running.isEmpty()) {
                Map.Entry<String, AutoCloseable> part = running.pop();
                progress.say(part.getKey() + ": stopping");
                close(part);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void close(Map.Entry<String, AutoCloseable> part) {
        try {
            part.getValue().close();
        } catch (Exception e) {
            progress.say(part.getKey() + " could not be stopped: " + e.getMessage());
        }
    }

    private void portsMustBeFree() {
        if (outside.database().isEmpty()) {
            place.database().mustBeFree("PostgreSQL");
        }
        if (outside.realm().isEmpty()) {
            place.keycloak().mustBeFree("Keycloak");
        }
        place.http().mustBeFree("the application (http)");
        place.https().mustBeFree("the application (https)");
    }

    private Database ownDatabase() {
        postgres = part("PostgreSQL", () -> LocalPostgres.start(place, secrets));
        return postgres.database();
    }

    private Realm ownRealm() {
        keycloak = part("Keycloak", () -> LocalKeycloak.start(place, secrets));
        return new Realm(place.issuer(), secrets.of("oidc.client.secret"));
    }

    private <T extends AutoCloseable> T part(String name, Supplier<T> start) {
        progress.starting(name);
        long from = System.nanoTime();
        T part = start.get();
        synchronized (running) {
            running.push(Map.entry(name, part));
        }
        if (unwanted) {
            throw new StartFailed("Stopped while starting.");
        }
        progress.ready(name, Duration.ofNanos(System.nanoTime() - from));
        return part;
    }
}
