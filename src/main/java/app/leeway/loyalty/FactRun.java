package app.leeway.loyalty;

import java.time.Instant;

/**
 * One making of facts.
 *
 * @param endedAt null while it goes on
 * @param byName who asked for it; null: it began by itself
 * @param whole whether everything was made from nothing
 * @param customers to be done
 */
public record FactRun(
        long id,
        Instant begunAt,
        Instant endedAt,
        State state,
        String byName,
        boolean whole,
        long customers,
        long done) {

    /** The way of a run. */
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }
}
