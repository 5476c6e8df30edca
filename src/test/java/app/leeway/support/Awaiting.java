package app.leeway.support;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** What comes by itself, after a while. */
public final class Awaiting {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Awaiting() {}

    /**
     * @throws AssertionError when it has not been seen within half a minute
     */
    public static void until(String what, BooleanSupplier seen) {
        until(what, PATIENCE, seen);
    }

    /**
     * @throws AssertionError when it has not been seen in time
     */
    public static void until(String what, Duration patience, BooleanSupplier seen) {
        long end = System.nanoTime() + patience.toNanos();
        while (!seen.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(what + " did not come within " + patience);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
