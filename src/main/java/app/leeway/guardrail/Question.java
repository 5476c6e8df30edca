package app.leeway.guardrail;

import app.leeway.shared.Span;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What a cumulative guardrail must know before it can judge. Two proposals that need the same
 * answer ask equal questions.
 *
 * <p><b>Answering.</b> The gestures that count are those in the guardrail's scope (by what they
 * were recorded with) that share the key, happen at or after {@code from} and before {@code until}
 * (or were logged late in that stretch: {@link #isInTime}), and are held, awaiting approval or
 * settled; refused, released, expired and reversed ones do not count, nor does the gesture that is
 * being judged. The answer is {@link #tally} of them. Where {@code around} is null, or none of them
 * happens after it, that is plainly their sum and number.
 *
 * <p><b>Design notice.</b> A rolling window does not simply end at the proposal: a gesture may be
 * planned ahead, or logged late, and then others lie after it. Every window of that length that
 * holds the proposal is looked at, and the fullest counts, so that neither order nor planning ahead
 * splits a sum; nor are gestures added up that no single window holds.
 *
 * @param keyValue staff or customer key in digits, visit in its one spelling, or code of the site
 * @param from the first instant of interest, included; null: since ever
 * @param until the end, excluded; null: for ever
 * @param around when the proposal happens, by the clock there, for a rolling window; else null
 */
public record Question(
        Guardrail guardrail, String keyValue, Instant from, Instant until, ZonedDateTime around) {

    /**
     * A gesture that counts.
     *
     * @param at when it happens
     * @param toldAt when it was logged, for a late entry that counts then too; else null
     * @param costMinor in minor units
     */
    public record Given(Instant at, Instant toldAt, long costMinor) {}

    /** The guardrail's question about a proposal whose key it has, for the window around then. */
    static Question of(Guardrail guardrail, Proposal proposal, Instant when) {
        Measure measure = guardrail.measure();
        String keyValue = measure.key().of(proposal);
        if (measure.per() != null) {
            Span span = measure.per().holding(when, proposal.zone());
            return new Question(guardrail, keyValue, span.from(), span.until(), null);
        }
        if (measure.within() == null) {
            return new Question(guardrail, keyValue, null, null, null);
        }
        ZonedDateTime around = when.atZone(proposal.zone());
        return new Question(
                guardrail,
                keyValue,
                // What is exactly that long ago has left the window; the store counts microseconds.
                around.minus(measure.within()).toInstant().plus(1, ChronoUnit.MICROS),
                around.plus(measure.within()).toInstant(),
                around);
    }

    /**
     * What the given gestures come to: all of them, or those in the fullest of the rolling windows
     * that hold the proposal. Sum and number are each the most that any such window has.
     */
    public Usage tally(List<Given> given) {
        if (around == null) {
            Usage all = Usage.NOTHING;
            for (Given each : given) {
                all = all.plus(each.costMinor());
            }
            return all;
        }
        LocalDateTime here = around.toLocalDateTime();
        Usage fullest = endingAt(here, given);
        for (Given each : given) {
            fullest = fullest.orMore(endingAt(local(each.at()), here, given));
            if (each.toldAt() != null) {
                fullest = fullest.orMore(endingAt(local(each.toldAt()), here, given));
            }
        }
        return fullest;
    }

    /** Of a window that ends after the proposal; nothing when it does not hold it. */
    private Usage endingAt(LocalDateTime end, LocalDateTime here, List<Given> given) {
        boolean holds = end.isAfter(here) && end.minus(guardrail.measure().within()).isBefore(here);
        return holds ? endingAt(end, given) : Usage.NOTHING;
    }

    private Usage endingAt(LocalDateTime end, List<Given> given) {
        LocalDateTime start = end.minus(guardrail.measure().within());
        Usage tally = Usage.NOTHING;
        for (Given each : given) {
            if (isIn(each.at(), start, end)
                    || each.toldAt() != null && isIn(each.toldAt(), start, end)) {
                tally = tally.plus(each.costMinor());
            }
        }
        return tally;
    }

    private boolean isIn(Instant instant, LocalDateTime start, LocalDateTime end) {
        LocalDateTime at = local(instant);
        return at.isAfter(start) && !at.isAfter(end);
    }

    private LocalDateTime local(Instant instant) {
        return instant.atZone(around.getZone()).toLocalDateTime();
    }

    /** Whether the gesture happens in the stretch that is asked about, or was logged late in it. */
    public boolean isInTime(Proposal given) {
        return holds(given.judgedFor()) || given.toldAt() != null && holds(given.toldAt());
    }

    private boolean holds(Instant instant) {
        return (from == null || !instant.isBefore(from))
                && (until == null || instant.isBefore(until));
    }
}
