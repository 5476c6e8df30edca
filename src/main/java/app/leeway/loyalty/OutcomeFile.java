package app.leeway.loyalty;

import java.time.Instant;
import java.util.UUID;

/**
 * A file of outcomes that somebody brought.
 *
 * @param endedAt null while it is read
 * @param read bytes of it that have been read
 * @param refused lines that were not taken
 * @param problem why it was not read to its end: a code; null where there is none
 * @param problemLine where, from 1; null where there is no problem, or its line is not known
 */
public record OutcomeFile(
        UUID id,
        String name,
        String byName,
        Instant begunAt,
        Instant endedAt,
        State state,
        long bytes,
        long read,
        long added,
        long repeated,
        long refused,
        String problem,
        Long problemLine) {

    /** The way of a file. */
    public enum State {
        READING,
        /** Reading broke off, and goes on by itself. */
        WAITING,
        /** A stream: it goes on. */
        OPEN,
        DONE,
        /** What was taken stays taken; the same file may be brought again. */
        FAILED;

        public boolean isOver() {
            return this != READING && this != WAITING; // nothing to wait for
        }
    }

    /** How much of it has been read, of a hundred. */
    public int percent() {
        return bytes == 0 ? 100 : (int) Math.min(100, 100 * read / bytes);
    }
}
