package app.leeway.support;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Says what is going on, one line at a time. */
final class Progress {
    private final PrintStream out;

    Progress(PrintStream out) {
        this.out = out;
    }

    void starting(String part) {
        say("%s: starting".formatted(part));
    }

    void ready(String part, Duration after) {
        say(String.format(Locale.ROOT, "%s: ready after %.1f s", part, after.toMillis() / 1000.0));
    }

    void say(String line) {
        out.println("[leeway] " + line);
        out.flush();
    }
}
