package app.leeway.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.jboss.arquillian.config.descriptor.api.ArquillianDescriptor;
import org.jboss.arquillian.core.api.annotation.Observes;

/**
 * Before the first test inside the server: a database of its own, and the server's folder with the
 * configuration of {@code src/test/liberty}, which takes all but the sign-in from the real one.
 */
public final class ContainerServer {

    /** Arquillian has read its settings and is about to start the server they describe. */
    public void prepare(@Observes(precedence = 100) ArquillianDescriptor settings) {
        WorkDir place = WorkDir.ofTests("container");
        RunningLeeway.empty(place.home());
        LocalPostgres postgres = LocalPostgres.start(place, new Secrets(place.home()));
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close, "stop"));
        Path user = place.home().resolve("usr");
        Path server = user.resolve("servers").resolve(name());
        LocalLiberty.copyConfiguration(place.project().resolve("liberty"), server);
        LocalLiberty.copyConfiguration(
                place.project().resolve("src").resolve("test").resolve("liberty"), server);
        LocalLiberty.copyDriver(user.resolve("shared").resolve("resources").resolve("postgresql"));
        give(server, place, postgres.database());
        compileQuickly(server.resolve("jvm.options"));
    }

    /**
     * Another in each process of each build: Arquillian finds a server by its name among all that
     * run on the machine, and refuses to start a second one.
     */
    private static String name() {
        return System.getProperty("leeway.container");
    }

    private static void compileQuickly(Path options) {
        try {
            Files.writeString(
                    options,
                    "\n" + ServerProcess.COMPILE_QUICKLY + "\n",
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(options + " could not be written", e);
        }
    }

    /** A file per variable: Arquillian starts the server in an environment of its own. */
    private static void give(Path server, WorkDir place, Database database) {
        Map<String, String> variables =
                Map.of(
                        "leeway.http.port", String.valueOf(place.http().number()),
                        "leeway.db.url", database.url(),
                        "leeway.db.user", database.user(),
                        "leeway.db.password", database.password());
        Path folder = server.resolve("variables");
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> variable : variables.entrySet()) {
                Files.writeString(folder.resolve(variable.getKey()), variable.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The server's variables could not be written", e);
        }
    }
}
