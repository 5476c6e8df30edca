package app.leeway.support;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;

/** What {@code mvn} without arguments runs: the whole of Leeway on this machine, until Ctrl-C. */
public final class RunLeeway {
    private static final Pattern DEMO_USER =
            Pattern.compile("^ {6}\"username\": \"([^\"]+)\"", Pattern.MULTILINE);

    private RunLeeway() {}

    /** Takes no arguments; the POM gives the system properties that {@link WorkDir} reads. */
    public static void main(String[] arguments) throws IOException {
        WorkDir place = WorkDir.ofDevelopment();
        Progress progress = new Progress(System.out);
        Outside outside = Outside.of(System.getenv());
        try (LocalStack stack = new LocalStack(place, outside, progress)) {
            Thread starting = Thread.currentThread();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, starting), "stop"));
            run(place, stack, progress);
        }
    }

    private static void run(WorkDir place, LocalStack stack, Progress progress) throws IOException {
        try {
            stack.start();
            introduce(place, stack, progress);
            int status = stack.liberty().awaitEnd();
            progress.say("Open Liberty ended with status " + status + ".");
        } catch (StartFailed e) {
            if (!stack.isGivenUp()) {
                progress.say(e.getMessage());
                throw e;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // Ctrl-C
        }
    }

    /** The starting thread stops what it started; the JVM waits for it here. */
    private static void stop(LocalStack stack, Thread starting) {
        stack.giveUp();
        starting.interrupt();
        try {
            starting.join(120_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stack.close();
    }

    private static void introduce(WorkDir place, LocalStack stack, Progress progress)
            throws IOException {
        progress.say("");
        progress.say("Leeway    " + place.applicationUrl() + "/");
        progress.say("          https://" + place.host() + ":" + place.https().number() + "/");
        progress.say("Tablet    " + place.applicationUrl() + "/tap/");
        progress.say("Keycloak  " + stack.realm().issuer());
        progress.say("Database  " + stack.database().url());
        progress.say("Logs      " + place.home().resolve("logs"));
        if (stack.keycloak() != null) {
            progress.say("Sign in as one of these; the password is the user name:");
            progress.say("          " + String.join(", ", demoPeople(place)));
        }
        progress.say("Stop with Ctrl-C.");
    }

    private static List<String> demoPeople(WorkDir place) throws IOException {
        String realm =
                Files.readString(
                        place.project().resolve("realm-config").resolve("leeway-realm.json"));
        return DEMO_USER.matcher(realm).results().map(found -> found.group(1)).toList();
    }
}
