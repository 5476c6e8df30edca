package app.leeway.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Keycloak in development mode, its realm imported from {@code realm-config} at every start.
 *
 * <p>Design notice: it keeps nothing. The realm file is the one truth about the demo people (their
 * ids stand in it, so that they stay the same persons), and a port moved by a property moves the
 * addresses in the realm with it.
 */
final class LocalKeycloak implements AutoCloseable {
    /** Set by tests: true has it start quickly and be slower afterwards. */
    static final String STARTS_QUICKLY = "leeway.tests.keycloak.quickly";

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final ServerProcess process;

    private LocalKeycloak(ServerProcess process) {
        this.process = process;
    }

    /** One after the other: while it starts, Keycloak writes into the folder that all share. */
    static LocalKeycloak start(WorkDir place, Secrets secrets) {
        Path alone = place.keycloakHome().resolve("starting.lock");
        try (FileChannel channel =
                        FileChannel.open(
                                alone, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            return started(place, secrets);
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak's folder could not be held: " + alone, e);
        }
    }

    private static LocalKeycloak started(WorkDir place, Secrets secrets) {
        Path keycloak = place.keycloakHome();
        copyRealm(place, keycloak);
        ServerProcess process =
                ServerProcess.start(
                        "Keycloak",
                        List.of(
                                ServerProcess.script(keycloak.resolve("bin"), "kc", ".sh"),
                                "start-dev",
                                "--import-realm",
                                "--http-host",
                                place.listening().equals("*") ? "0.0.0.0" : place.listening(),
                                "--http-port",
                                String.valueOf(place.keycloak().number())),
                        keycloak,
                        environment(place, secrets),
                        place.home().resolve("logs").resolve("keycloak.log"));
        try {
            process.awaitReady(
                    URI.create(place.issuer() + "/.well-known/openid-configuration"),
                    PATIENCE,
                    "Failed to start server");
            return new LocalKeycloak(process);
        } catch (RuntimeException e) {
            process.close();
            throw e;
        }
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.close();
    }

    private static Map<String, String> environment(WorkDir place, Secrets secrets) {
        return Map.ofEntries(
                Map.entry(
                        "KC_HOSTNAME",
                        "http://%s:%d".formatted(place.host(), place.keycloak().number())),
                Map.entry("KC_DB", "dev-mem"),
                Map.entry("KC_BOOTSTRAP_ADMIN_USERNAME", "admin"),
                Map.entry("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.of("keycloak.admin.password")),
                Map.entry("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m"),
                Map.entry(
                        "JAVA_OPTS_APPEND",
                        Boolean.getBoolean(STARTS_QUICKLY) ? ServerProcess.COMPILE_QUICKLY : ""),
                Map.entry("LEEWAY_ORIGIN", place.origin()),
                Map.entry("LEEWAY_HTTP_PORT", String.valueOf(place.http().number())),
                Map.entry("LEEWAY_OIDC_CLIENT_SECRET", secrets.of("oidc.client.secret")),
                Map.entry("LEEWAY_MACHINE_SECRET", secrets.of("machine.secret")));
    }

    private static void copyRealm(WorkDir place, Path keycloak) {
        Path folder = keycloak.resolve("data").resolve("import");
        try {
            Files.createDirectories(folder);
            Files.copy(
                    place.project().resolve("realm-config").resolve("leeway-realm.json"),
                    folder.resolve("leeway-realm.json"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The realm could not be copied to " + folder, e);
        }
    }
}
