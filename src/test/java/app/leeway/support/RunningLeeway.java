package app.leeway.support;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The whole of Leeway for tests that come from outside: started when first asked for, once for all
 * tests of the run, on free ports and with nothing in it but the demo company; stopped when the run
 * ends.
 */
public final class RunningLeeway {
    private static RunningLeeway shared;

    private final WorkDir place;
    private final Secrets secrets;
    private final Database database;
    private final GreenMail letters;
    private final LocalStack stack;

    private RunningLeeway(
            WorkDir place,
            Secrets secrets,
            Database database,
            GreenMail letters,
            LocalStack stack) {
        this.stack = stack;
        this.letters = letters;
        this.place = place;
        this.secrets = secrets;
        this.database = database;
    }

    /** The one that all tests of this run share. */
    public static synchronized RunningLeeway shared() {
        if (shared == null) {
            shared =
                    Boolean.getBoolean("leeway.attach")
                            ? attached(WorkDir.ofDevelopment())
                            : started(WorkDir.ofTests("running-leeway"));
        }
        return shared;
    }

    private static RunningLeeway started(WorkDir place) {
        empty(place.home());
        GreenMail letters = new GreenMail(new ServerSetup(0, "localhost", "smtp"));
        letters.start();
        System.setProperty(LocalLiberty.MAIL_PORT, String.valueOf(letters.getSmtp().getPort()));
        System.setProperty(LocalLiberty.LOOPBACK, "true");
        System.setProperty(LocalLiberty.UNHURRIED, "true");
        System.setProperty(LocalKeycloak.STARTS_QUICKLY, "true");
        LocalStack stack =
                new LocalStack(
                        place,
                        Outside.nothing(),
                        new Progress(System.out),
                        Map.of("JVM_ARGS", ServerProcess.COMPILE_QUICKLY));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop"));
        stack.start();
        awaitTheYear(stack.database());
        return new RunningLeeway(place, stack.secrets(), stack.database(), letters, stack);
    }

    /** The demo's year is made behind the first pages; no test shall see it half made. */
    private static void awaitTheYear(Database database) {
        Books books = new Books(database);
        Waiting.until(
                "the demo's year",
                Duration.ofMinutes(10),
                () -> books.figure("SELECT count(*) FROM fact_run WHERE state <> 'running'") > 0);
    }

    private static RunningLeeway attached(WorkDir place) {
        Secrets secrets = new Secrets(place.home());
        return new RunningLeeway(
                place, secrets, LocalPostgres.database(place, secrets), null, null);
    }

    /** Where the pages and the API answer: {@code http://localhost:...} without a path. */
    public URI url() {
        return URI.create(place.origin());
    }

    /** The same by TLS, with a certificate that the server made for itself. */
    public URI securely() {
        return URI.create("https://" + place.host() + ":" + place.https().number());
    }

    /** What its server holds in memory and on disk; not of one that the tests did not start. */
    public ServerInside inside() {
        Path server = place.home().resolve("liberty").resolve("servers").resolve("leeway");
        return new ServerInside(stack.liberty().javaPid(), server.resolve("workarea"));
    }

    /** The realm that people and machines get their tokens from. */
    public String issuer() {
        return place.issuer();
    }

    Realm realm() {
        return new Realm(issuer(), secrets.of("oidc.client.secret"));
    }

    /** The application's database, as its owner. */
    public Database database() {
        return database;
    }

    /** Where its mail arrives; null in a Leeway that was not started by the tests. */
    public GreenMail letters() {
        return letters;
    }

    /** Of Keycloak's own administrator {@code admin}, for tests that change people. */
    public String keycloakAdminPassword() {
        return secrets.of("keycloak.admin.password");
    }

    /** The secret of the realm's client {@code leeway-machine}, which has the role system. */
    public String machineSecret() {
        return secrets.of("machine.secret");
    }

    /** Removes the folder with everything in it. */
    static void empty(Path home) {
        if (!Files.exists(home)) {
            return;
        }
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(home + " cannot be emptied", e);
        }
    }
}
