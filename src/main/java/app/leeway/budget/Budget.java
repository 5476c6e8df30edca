package app.leeway.budget;

import app.leeway.guardrail.Outcome;
import app.leeway.shared.Period;
import app.leeway.shared.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Money for an owner and a period. The definition only: what is held and spent stands in the
 * ledger, per period.
 *
 * @param ofUnit code of the owning unit; null when a person owns it
 * @param ofPerson key of the owning person; null when a unit owns it
 * @param per the period by which it begins anew; null for a fixed span
 * @param startsOn first day of a fixed span, else null
 * @param endsOn the day after a fixed span, else null
 * @param amountMinor of each period, in minor units of the company's currency
 * @param exhausted what a verdict comes to when the cost does not fit
 * @param zone where its days begin
 */
public record Budget(
        long id,
        String code,
        String ofUnit,
        Long ofPerson,
        Period per,
        LocalDate startsOn,
        LocalDate endsOn,
        long amountMinor,
        Outcome exhausted,
        ZoneId zone) {

    /** The stretch of time whose money is meant at that instant; empty outside a fixed span. */
    public Optional<Span> periodHolding(Instant instant) {
        if (per != null) {
            return Optional.of(per.holding(instant, zone));
        }
        Span span =
                new Span(
                        startsOn.atStartOfDay(zone).toInstant(),
                        endsOn.atStartOfDay(zone).toInstant());
        return span.holds(instant) ? Optional.of(span) : Optional.empty();
    }

    /** {@code day}, {@code month} ..., or {@code span}. */
    public String periodCode() {
        return per == null ? "span" : per.code();
    }

    boolean covers(java.util.List<String> places, long personId) {
        return ofPerson == null ? places.contains(ofUnit) : ofPerson == personId;
    }
}
