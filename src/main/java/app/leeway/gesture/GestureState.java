package app.leeway.gesture;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Where a gesture is in its life. It is refused, waits for approval, is held or is settled from the
 * first; what is held ends settled, released or expired; what is settled can be reversed by a
 * counter-entry, never edited. Each transition happens once; the database guards the same ways. The
 * one way back is a yes that is taken back at once, before anything was spent: what is held waits
 * again.
 */
public enum GestureState {
    /** Nobody can grant it: nothing is held, the attempt is kept. */
    REFUSED,
    /** Held on every budget as far as there is room; somebody decides. */
    AWAITING_APPROVAL,
    /** Granted; the money waits for the actual cost. */
    HELD,
    /** It has cost what it cost. */
    SETTLED,
    /** Not used: the money is free again. */
    RELEASED,
    /** Not used in time: the money is free again. */
    EXPIRED,
    /** Taken back: counter-entries free the money. */
    REVERSED;

    /** How long after the time it was meant for a hold is kept. */
    private static final Duration HELD_FOR = Duration.ofDays(7);

    private Set<GestureState> next() {
        return switch (this) {
            case AWAITING_APPROVAL -> EnumSet.of(HELD, SETTLED, RELEASED, EXPIRED);
            case HELD -> EnumSet.of(SETTLED, RELEASED, EXPIRED, AWAITING_APPROVAL);
            case SETTLED -> EnumSet.of(REVERSED);
            default -> EnumSet.noneOf(GestureState.class);
        };
    }

    public boolean canBecome(GestureState state) {
        return next().contains(state);
    }

    boolean holdsMoney() {
        return this == HELD || this == AWAITING_APPROVAL;
    }

    /** When the hold of a gesture in this state ends by itself; null when it holds nothing. */
    Instant heldUntil(Instant judgedFor) {
        return holdsMoney() ? judgedFor.plus(HELD_FOR) : null;
    }

    /** {@code awaiting-approval}: how it stands in JSON and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * @throws IllegalArgumentException when there is no such state
     */
    public static GestureState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
