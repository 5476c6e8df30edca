package app.leeway.absence;

import java.time.Instant;
import java.util.UUID;

/**
 * A time during which somebody is away, half-open.
 *
 * @param standInId who decides meanwhile, in their own name; null: nobody yet
 * @param fromCalendar whether a calendar says so; else somebody said so by hand
 * @param madeBy the person themselves, or who saw that they are away
 */
public record Absence(
        UUID id,
        long personId,
        Instant from,
        Instant until,
        Long standInId,
        boolean fromCalendar,
        long madeBy,
        Instant madeAt) {

    boolean isInForce(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    boolean overlaps(Instant otherFrom, Instant otherUntil) {
        return from.isBefore(otherUntil) && otherFrom.isBefore(until);
    }

    /** Which of two that are in force at once names the stand-in: what was said by hand, lately. */
    boolean outweighs(Absence other) {
        return fromCalendar == other.fromCalendar
                ? madeAt.isAfter(other.madeAt)
                : other.fromCalendar;
    }
}
