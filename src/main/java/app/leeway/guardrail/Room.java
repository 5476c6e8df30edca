package app.leeway.guardrail;

import app.leeway.shared.Money;
import app.leeway.shared.Spoken;
import app.leeway.shared.Texts;

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
        Outcome exhausted) {

    /**
     * @throws IllegalArgumentException when less than nothing is left, or it would come to GO
     */
    public Room {
        if (leftMinor < 0) {
            throw new IllegalArgumentException(
                    "budget '" + budget + "' has less than nothing left: " + leftMinor);
        }
        if (exhausted == null || exhausted == Outcome.GO) {
            throw new IllegalArgumentException(
                    "budget '" + budget + "' needs an outcome other than GO when exhausted");
        }
    }

    /** What is said when the cost does not fit. */
    Texts message(Money cost) {
        Texts left = leftMinor == 0 ? new Texts("inget", "nothing") : said(leftMinor, cost);
        Texts limit = said(limitMinor, cost);
        Texts figures =
                new Texts(
                        left.sv() + " kvar av " + limit.sv(), left.en() + " left of " + limit.en());
        Texts spent = Spoken.money(cost);
        Texts time = time();
        String sv = "; den här är " + spent.sv() + ".";
        String en = "; this one is " + spent.en() + ".";
        return own
                ? new Texts(
                        "Din egen budget för " + time.sv() + ": " + figures.sv() + sv,
                        "Your own budget for " + time.en() + ": " + figures.en() + en)
                : new Texts(
                        "Budget " + budget + ": " + figures.sv() + " för " + time.sv() + sv,
                        "Budget " + budget + ": " + figures.en() + " for " + time.en() + en);
    }

    private static Texts said(long minor, Money cost) {
        return Spoken.money(new Money(minor, cost.currency()));
    }

    private Texts time() {
        return switch (period) {
            case "day" -> new Texts("dagen", "the day");
            case "week" -> new Texts("veckan", "the week");
            case "month" -> new Texts("månaden", "the month");
            case "quarter" -> new Texts("kvartalet", "the quarter");
            case "year" -> new Texts("året", "the year");
            default -> new Texts("perioden", "the period");
        };
    }
}
