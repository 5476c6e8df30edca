package app.leeway.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Open Liberty with the configuration of {@code liberty/} and the application as built.
 *
 * <p>The server's own files (certificate, keys, logs) are kept in the stack's home; its
 * configuration is copied there afresh at every start.
 */
final class LocalLiberty implements AutoCloseable {
    /** Set by tests: the port of a mail server on this machine. */
    static final String MAIL_PORT = "leeway.tests.mail.port";

    /** Given where outcomes are streamed: the brokers, as a client of Kafka is told of them. */
    static final String KAFKA = "LEEWAY_KAFKA_SERVERS";

    /** Given by tests: by how many seconds the server's own clock is ahead. */
    static final String CLOCK = "LEEWAY_CLOCK_OFFSET";

    /** Set by tests: true lets the server call receivers on this machine. */
    static final String LOOPBACK = "leeway.tests.loopback";

    /**
     * Set by tests and the benchmark, which ask as a handful of people from one address more than
     * those would: true leaves the limits of how often somebody may ask out of reach.
     */
    static final String UNHURRIED = "leeway.tests.unhurried";

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String APPLICATION_FAILED = "CWWKZ0002E";
    private static final String SERVER = "leeway";

    private final ServerProcess process;

    private LocalLiberty(ServerProcess process) {
        this.process = process;
    }

    /** A server whose clock is wrong may never be ready. */
    private static String health(Map<String, String> settings) {
        return settings.containsKey(CLOCK) ? "/health/started" : "/health/ready";
    }

    /** Returns when the application says it is ready. */
    static LocalLiberty start(WorkDir place, Secrets secrets, Database database, Realm realm) {
        return start(place, secrets, database, realm, Map.of());
    }

    /**
     * The same.
     *
     * @param settings environment variables that take the place of those that it would have
     */
    static LocalLiberty start(
            WorkDir place,
            Secrets secrets,
            Database database,
            Realm realm,
            Map<String, String> settings) {
        Path user = place.home().resolve("liberty");
        Path server = user.resolve("servers").resolve(SERVER);
        copyConfiguration(place.project().resolve("liberty"), server);
        Path resources = user.resolve("shared").resolve("resources");
        copyDriver(resources.resolve("postgresql"));
        copyConfiguration(place.gate(), resources.resolve("gate"));
        if (settings.containsKey(KAFKA) || System.getenv().containsKey(KAFKA)) {
            listenToKafka(server);
        }
        Map<String, String> environment = environment(place, secrets, database, realm);
        environment.put("WLP_USER_DIR", user.toString());
        environment.putAll(settings);
        ServerProcess process =
                ServerProcess.start(
                        "Open Liberty",
                        List.of(
                                ServerProcess.script(
                                        place.libertyHome().resolve("bin"), "server", ""),
                                "run",
                                SERVER),
                        place.home(),
                        environment,
                        place.home().resolve("logs").resolve("liberty.log"));
        try {
            process.awaitReady(
                    URI.create(place.applicationUrl() + health(settings)),
                    PATIENCE,
                    APPLICATION_FAILED);
            return new LocalLiberty(process);
        } catch (RuntimeException e) {
            process.close();
            throw e;
        }
    }

    /** Waits until the server ends by itself. */
    int awaitEnd() throws InterruptedException {
        return process.awaitEnd();
    }

    long pid() {
        return process.pid();
    }

    /** The process in which the application runs, where a script started it. */
    long javaPid() {
        ProcessHandle script = ProcessHandle.of(pid()).orElseThrow();
        return Stream.concat(Stream.of(script), script.descendants())
                .filter(one -> one.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow()
                .pid();
    }

    @Override
    public void close() {
        process.close();
    }

    private static Map<String, String> environment(
            WorkDir place, Secrets secrets, Database database, Realm realm) {
        Map<String, String> environment = new HashMap<>();
        environment.put("LEEWAY_WAR", place.war().toString());
        environment.put("LEEWAY_HTTP_HOST", place.listening());
        environment.put("LEEWAY_HTTP_PORT", String.valueOf(place.http().number()));
        environment.put("LEEWAY_HTTPS_PORT", String.valueOf(place.https().number()));
        environment.put("LEEWAY_ORIGIN", place.origin());
        environment.put("LEEWAY_DB_URL", database.url());
        environment.put("LEEWAY_DB_USER", database.user());
        environment.put("LEEWAY_DB_PASSWORD", database.password());
        environment.put("LEEWAY_OIDC_ISSUER", realm.issuer());
        environment.put("LEEWAY_OIDC_CLIENT_SECRET", realm.clientSecret());
        environment.put("LEEWAY_API_CLIENTS", "leeway-machine,leeway-cli");
        environment.put(
                "LEEWAY_OIDC_HTTPS_REQUIRED", String.valueOf(realm.issuer().startsWith("https:")));
        environment.put(
                "LEEWAY_COOKIE_SECURE", String.valueOf(place.origin().startsWith("https:")));
        environment.put("LEEWAY_KEYSTORE_PASSWORD", secrets.of("keystore.password"));
        environment.put("LEEWAY_LTPA_PASSWORD", secrets.of("ltpa.password"));
        environment.put("LEEWAY_LOG_FORMAT", "simple");
        String mailPort = System.getProperty(MAIL_PORT);
        if (mailPort != null) {
            environment.put("LEEWAY_MAIL_HOST", "localhost");
            environment.put("LEEWAY_MAIL_PORT", mailPort);
            environment.put("LEEWAY_MAIL_ENCRYPTED", "false");
        }
        environment.put(
                "LEEWAY_OUTGOING_LOOPBACK", System.getProperty(LOOPBACK, String.valueOf(false)));
        if (Boolean.getBoolean(UNHURRIED)) {
            for (String limit : List.of("PERSON", "CLIENT", "SEARCH", "OPEN", "DOOR")) {
                environment.put("LEEWAY_RATE_" + limit, "100000000/1s");
            }
        }
        for (String demo : List.of("LEEWAY_DEMO", "LEEWAY_DEMO_YEAR")) {
            environment.put(demo, System.getenv().getOrDefault(demo, "true"));
        }
        return environment;
    }

    static void copyConfiguration(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The server's configuration could not be copied", e);
        }
    }

    /** As docs/operations.md says it is done by hand. */
    private static void listenToKafka(Path server) {
        try {
            Path overrides = server.resolve("configDropins").resolve("overrides");
            Files.createDirectories(overrides);
            Files.copy(
                    server.resolve("optional").resolve("kafka.xml"),
                    overrides.resolve("kafka.xml"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The server could not be made to listen.", e);
        }
        Path libraries = server.resolve("lib").resolve("global");
        copyJar(org.apache.kafka.clients.consumer.KafkaConsumer.class, libraries, "kafka-clients");
        copyJar(org.slf4j.Logger.class, libraries, "slf4j-api");
    }

    static void copyDriver(Path folder) {
        copyJar(org.postgresql.Driver.class, folder, "postgresql-driver");
    }

    private static void copyJar(Class<?> inside, Path folder, String name) {
        try {
            Path jar = Path.of(inside.getProtectionDomain().getCodeSource().getLocation().toURI());
            Files.createDirectories(folder);
            Files.copy(jar, folder.resolve(name + ".jar"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | URISyntaxException e) {
            throw new StartFailed(name + " could not be given to the server.", e);
        }
    }
}
