package app.leeway.guardrail;

import app.leeway.shared.LocalizedText;
import app.leeway.shared.Money;
import app.leeway.shared.MoneyFormat;

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
public record Headroom(
        String budget,
        long leftMinor,
        long limitMinor,
        String period,
        boolean own,
        Outcome exhausted) {

    /**
     * @throws IllegalArgumentException when less than nothing is left, or it would come to GO
     */
    public Headroom {
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
    LocalizedText message(Money cost) {
        LocalizedText left =
                leftMinor == 0 ? new LocalizedText("inget", "nothing") : said(leftMinor, cost);
        LocalizedText limit = said(limitMinor, cost);
        LocalizedText figures =
                new LocalizedText(
                        left.sv() + " kvar av " + limit.sv(), left.en() + " left of " + limit.en());
        LocalizedText spent = MoneyFormat.money(cost);
        LocalizedText time = time();
        String sv = "; den här är " + spent.sv() + ".";
        String en = "; this one is " + spent.en() + ".";
        return own
                ? new LocalizedText(
                        "Din egen budget för " + time.sv() + ": " + figures.sv() + sv,
                        "Your own budget for " + time.en() + ": " + figures.en() + en)
                : new LocalizedText(
                        "Budget " + budget + ": " + figures.sv() + " för " + time.sv() + sv,
                        "Budget " + budget + ": " + figures.en() + " for " + time.en() + en);
    }

    private static LocalizedText said(long minor, Money cost) {
        return MoneyFormat.money(new Money(minor, cost.currency()));
    }

    private LocalizedText time() {
        return switch (period) {
            case "day" -> new LocalizedText("dagen", "the day");
            case "week" -> new LocalizedText("veckan", "the week");
            case "month" -> new LocalizedText("månaden", "the month");
            case "quarter" -> new LocalizedText("kvartalet", "the quarter");
            case "year" -> new LocalizedText("året", "the year");
            default -> new LocalizedText("perioden", "the period");
        };
    }
}
