package app.leeway.budget.rest;

import app.leeway.budget.BudgetLine;
import app.leeway.guardrail.Outcome;
import app.leeway.http.MoneyJson;
import java.time.Instant;

/** A budget, and how it stands in its present period. */
public record BudgetJson(
        String code,
        OwnerJson of,
        String per,
        Instant from,
        Instant until,
        MoneyJson limit,
        MoneyJson held,
        MoneyJson spent,
        MoneyJson overdraft,
        MoneyJson left,
        Outcome exhausted) {

    /** Whose it is: a unit's, or a person's. */
    public record OwnerJson(String unit, String person) {}

    static BudgetJson of(BudgetLine line) {
        return new BudgetJson(
                line.code(),
                new OwnerJson(line.unit(), line.user()),
                line.per(),
                line.from(),
                line.until(),
                MoneyJson.of(line.limit()),
                MoneyJson.of(line.held()),
                MoneyJson.of(line.spent()),
                MoneyJson.of(line.overdraft()),
                MoneyJson.of(line.left()),
                line.exhausted());
    }
}
