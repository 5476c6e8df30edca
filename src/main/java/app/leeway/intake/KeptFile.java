package app.leeway.intake;

import java.util.UUID;

/**
 * A file that is being read, as it was claimed.
 *
 * @param claim of this reading; whoever claims the file later has another
 * @param by key of the person who brought it
 * @param bytes how long it is
 * @param position how many of its bytes have been dealt with
 * @param line the last line that has been dealt with; 0 for none
 * @param tries how often reading broke off since the position last moved
 */
public record KeptFile(
        UUID id,
        String kind,
        UUID claim,
        long by,
        long bytes,
        long position,
        long line,
        int tries) {}
