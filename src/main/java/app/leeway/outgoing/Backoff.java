package app.leeway.outgoing;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait after an attempt that failed: four times as long after each, never longer than
 * the most, a fifth more or less by chance so that what failed together does not come back
 * together.
 *
 * @param first after the first attempt
 * @param most whatever the number of attempts
 * @param attempts after so many nobody tries again
 */
public record Backoff(Duration first, Duration most, int attempts) {

    /**
     * @param attempt which one has failed, from 1
     * @return empty when it was the last one
     */
    public Optional<Duration> after(int attempt, RandomGenerator chance) {
        return attempt >= attempts
                ? Optional.empty()
                : Optional.of(Duration.ofMillis((long) (usual(attempt) * around(chance))));
    }

    private long usual(int attempt) {
        double millis = first.toMillis() * Math.pow(4, Math.min(attempt - 1, 30));
        return (long) Math.min(most.toMillis(), millis);
    }

    private static double around(RandomGenerator chance) {
        return 0.8 + chance.nextDouble() * 0.4;
    }
}
