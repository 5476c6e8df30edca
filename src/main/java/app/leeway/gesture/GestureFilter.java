package app.leeway.gesture;

import app.leeway.guardrail.Outcome;
import java.time.Instant;

/**
 * Which gestures are wanted: everything given must match.
 *
 * @param unit code of a unit; those at it or below
 * @param staff user name of whoever gave it
 * @param customer code
 * @param clause code of a clause that was bent
 * @param from when it happened or is planned for, included
 * @param until excluded
 * @param late only those that were logged on a later day than they happened on
 */
public record GestureFilter(
        String unit,
        String kind,
        String staff,
        String customer,
        String clause,
        GestureState state,
        Review review,
        Outcome outcome,
        Instant from,
        Instant until,
        boolean late) {

    public static final GestureFilter ALL =
            new GestureFilter(null, null, null, null, null, null, null, null, null, null, false);
}
