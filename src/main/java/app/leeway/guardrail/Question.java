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
 * were recorded with) that share the key, happen at or after {@code from} and before {@code until},
 * and are held, awaiting approval or settled; refused, released, expired and reversed ones do not
 * count, nor does the gesture that is being judged. The answer is {@link #tally} of them. Where
 * {@code around} is null, or none of them happens after it, that is plainly their sum and number.
 *
 * <p><b>Design notice.</b> A rolling window does not simply end at the proposal: a gesture may be
 * planned ahead, or told of late, and then others lie after it. Every window of that length that
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

    /** A gesture that counts: when it happens, and its cost in minor units. */
    public record Given(Instant at, long costMinor) {}

    /** The guardrail's question about a proposal; null when the proposal has not its key. */
    static Question of(Guardrail guardrail, Proposal proposal) {
        Measure measure = guardrail.measure();
        String keyValue = measure.key().of(proposal);
        if (keyValue == null) {
            return null;
        }
        if (measure.per() != null) {
            Span span = measure.per().holding(proposal.judgedFor(), proposal.zone());
            return new Question(guardrail, keyValue, span.from(), span.until(), null);
        }
        if (measure.within() == null) {
            return new Question(guardrail, keyValue, null, null, null);
        }
        ZonedDateTime around = proposal.judgedFor().atZone(proposal.zone());
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
    public Tally tally(List<Given> given) {
        if (around == null) {
            Tally all = Tally.NOTHING;
            for (Given each : given) {
                all = all.plus(each.costMinor());
            }
            return all;
        }
        LocalDateTime here = around.toLocalDateTime();
        Tally fullest = endingAt(here, given);
        for (Given each : given) {
            LocalDateTime end = local(each);
            if (end.isAfter(here) && end.minus(guardrail.measure().within()).isBefore(here)) {
                fullest = fullest.orMore(endingAt(end, given));
            }
        }
        return fullest;
    }

    private Tally endingAt(LocalDateTime end, List<Given> given) {
        LocalDateTime start = end.minus(guardrail.measure().within());
        Tally tally = Tally.NOTHING;
        for (Given each : given) {
            LocalDateTime at = local(each);
            if (at.isAfter(start) && !at.isAfter(end)) {
                tally = tally.plus(each.costMinor());
            }
        }
        return tally;
    }

    private LocalDateTime local(Given given) {
        return given.at().atZone(around.getZone()).toLocalDateTime();
    }
}
