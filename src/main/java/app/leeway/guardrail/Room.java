package app.leeway.guardrail;

/**
 * What is left of a budget that the proposal would draw on.
 *
 * @param budget code
 * @param leftMinor in minor units, never negative
 * @param limitMinor of the period, in minor units
 * @param period how the budget's period is called: day, week, month, quarter, year, span
 * @param own whether it is the acting person's own
 * @param exhausted what it comes to when the cost does not fit
 */
public record Room(
        String budget,
        long leftMinor,
        long limitMinor,
        String period,
        boolean own,
        Outcome exhausted) {}
