package app.leeway.shared;

import java.time.Duration;

/**
 * How far a server's own clock is from the database's.
 *
 * @param ahead negative when it is behind
 */
public record ClockDifference(Duration ahead) {

    /** More than this is told. */
    static final Duration TOLD = Duration.ofSeconds(1);

    /** Beyond this the server is to be given no work. */
    static final Duration BEARABLE = Duration.ofSeconds(10);

    /** Whether the clock should be put right. */
    public boolean isTold() {
        return ahead.abs().compareTo(TOLD) > 0;
    }

    /** Whether tokens and cookies, which the server itself judges by its own clock, still hold. */
    public boolean isBearable() {
        return ahead.abs().compareTo(BEARABLE) <= 0;
    }

    @Override
    public String toString() {
        return "%.1f s %s"
                .formatted(
                        ahead.abs().toMillis() / 1000.0,
                        ahead.isNegative() ? "behind the database" : "ahead of the database");
    }
}
