package app.leeway.support;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Until something outside has happened that nobody tells of. */
public final class Waiting {

    private static final Duration PAUSE = Duration.ofMillis(250);

    private Waiting() {}

    /**
     * @param what in the words of a failure
     * @return how long it took
     */
    public static Duration until(String what, Duration atMost, BooleanSupplier happened) {
        long from = System.nanoTime();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() - from > atMost.toNanos()) {
                throw new AssertionError("not within " + atMost.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return Duration.ofNanos(System.nanoTime() - from);
    }
}
