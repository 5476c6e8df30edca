package app.leeway.budget;

import java.time.Instant;
import java.time.YearMonth;

/**
 * A month that has ended, as stewards see it.
 *
 * @param lateUntil until when late entries are still booked in it, unless it is closed before
 * @param closing null while no steward has closed it
 */
public record MonthLine(YearMonth month, Instant lateUntil, Closing closing) {

    /**
     * @param closedBy key of a person, like {@code reopenAskedBy}
     * @param reopenAskedBy null, like its time, while nobody has asked for it to be opened again
     */
    public record Closing(
            long id, long closedBy, Instant closedAt, Long reopenAskedBy, Instant reopenAskedAt) {}
}
