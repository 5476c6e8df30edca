package app.leeway.budget;

import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One entry of the ledger: what it does to each running figure of a period, in minor units.
 *
 * @param gesture the gesture it belongs to; null for an adjustment of the limit
 * @param person in whose name; null for the system
 */
public record Posting(
        long periodId,
        UUID gesture,
        Type type,
        long heldDelta,
        long spentDelta,
        long overdraftDelta,
        long limitDelta,
        Long person,
        Instant at) {

    /** What an entry is. A hold has three ends, of which at most one comes, once. */
    public enum Type {
        HOLD,
        SETTLE,
        RELEASE,
        EXPIRE,
        /** Beyond the limit, in somebody's name; negative where less was needed in the end. */
        OVERDRAFT,
        /** A limit or a hold that was changed, or a counter-entry. */
        ADJUST
    }

    public static Posting hold(long period, UUID gesture, long amount, Long person, Instant at) {
        return new Posting(period, gesture, Type.HOLD, amount, 0, 0, 0, person, at);
    }

    /**
     * @param heldMinor what was held for it until now; 0 when it is settled at once
     */
    public static Posting settle(
            long period, UUID gesture, long heldMinor, long spentMinor, Long person, Instant at) {
        return new Posting(period, gesture, Type.SETTLE, -heldMinor, spentMinor, 0, 0, person, at);
    }

    /** The end of a hold that was not used: {@link Type#RELEASE} or {@link Type#EXPIRE}. */
    public static Posting unused(
            Type type, Allocation draw, UUID gesture, Long person, Instant at) {
        return new Posting(
                draw.periodId(),
                gesture,
                type,
                -draw.heldMinor(),
                0,
                -draw.overdraftMinor(),
                0,
                person,
                at);
    }

    /** The same in another person's name. */
    public Posting by(long otherId) {
        return new Posting(
                periodId,
                gesture,
                type,
                heldDelta,
                spentDelta,
                overdraftDelta,
                limitDelta,
                otherId,
                at);
    }

    public static Posting overdraft(
            long period, UUID gesture, long amount, Long person, Instant at) {
        return new Posting(period, gesture, Type.OVERDRAFT, 0, 0, amount, 0, person, at);
    }

    /**
     * The end of a hold that was used, with what went beyond the limit brought to what it came to.
     */
    public static List<Posting> settle(
            Allocation draw,
            UUID gesture,
            long withinMinor,
            long beyondMinor,
            Long person,
            Instant at) {
        Posting settled =
                settle(draw.periodId(), gesture, draw.heldMinor(), withinMinor, person, at);
        long more = beyondMinor - draw.overdraftMinor();
        return more == 0
                ? List.of(settled)
                : List.of(settled, overdraft(draw.periodId(), gesture, more, person, at));
    }

    /**
     * The entries that bring what is held, and what goes beyond, to what it comes to now. A hold is
     * entered once for each gesture and period; later changes of it are adjustments.
     *
     * @param draw what the gesture has drawn until now; null when it never did
     * @param beyondMinor in the person's name
     */
    public static List<Posting> holdAnew(
            long period,
            Allocation draw,
            UUID gesture,
            long withinMinor,
            long beyondMinor,
            Long person,
            Instant at) {
        List<Posting> postings = new ArrayList<>(2);
        long held = withinMinor - (draw == null ? 0 : draw.heldMinor());
        long beyond = beyondMinor - (draw == null ? 0 : draw.overdraftMinor());
        if (held != 0) {
            Type type = draw == null ? Type.HOLD : Type.ADJUST;
            postings.add(new Posting(period, gesture, type, held, 0, 0, 0, person, at));
        }
        if (beyond != 0) {
            postings.add(overdraft(period, gesture, beyond, person, at));
        }
        return postings;
    }

    /** The counter-entry of all that a settled gesture drew. */
    public static Posting reverse(Allocation draw, UUID gesture, Long person, Instant at) {
        return new Posting(
                draw.periodId(),
                gesture,
                Type.ADJUST,
                0,
                -draw.spentMinor(),
                -draw.overdraftMinor(),
                0,
                person,
                at);
    }

    /** The entry in one line, as the record holds it: all that it says, and nothing else. */
    public String line() {
        return line(
                periodId,
                type.name(),
                heldDelta,
                spentDelta,
                overdraftDelta,
                limitDelta,
                person,
                at);
    }

    private static String line(
            long period,
            String type,
            long held,
            long spent,
            long overdraft,
            long limit,
            Long person,
            Instant at) {
        String micros = String.valueOf(1_000_000 + at.get(ChronoField.MICRO_OF_SECOND));
        return String.join(
                " ",
                String.valueOf(period),
                type,
                String.valueOf(held),
                String.valueOf(spent),
                String.valueOf(overdraft),
                String.valueOf(limit),
                person == null ? "-" : person.toString(),
                at.getEpochSecond() + "." + micros.substring(1));
    }

    static Posting limit(long period, long delta, Instant at) {
        return new Posting(period, null, Type.ADJUST, 0, 0, 0, delta, null, at);
    }
}
