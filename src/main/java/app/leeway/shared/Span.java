package app.leeway.shared;

import java.time.Instant;

/**
 * A half-open stretch of time.
 *
 * @param from included
 * @param until excluded
 */
public record Span(Instant from, Instant until) {

    public Span {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "a span ends after it begins: " + from + " to " + until);
        }
    }

    public boolean holds(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }
}
