package app.leeway.budget;

import app.leeway.guardrail.Outcome;
import app.leeway.shared.Money;
import java.time.Instant;

/**
 * A budget and how it stands in one of its periods.
 *
 * @param unit code of the owning unit; null when a person owns it
 * @param user user name of the owning person; null when a unit owns it
 * @param per day, week, month, quarter, year or span
 * @param from the period's first instant
 * @param until its end, excluded
 * @param overdraft what went beyond the limit, in somebody's name; part of neither held nor spent
 */
public record BudgetLine(
        String code,
        String unit,
        String user,
        String per,
        Instant from,
        Instant until,
        Money limit,
        Money held,
        Money spent,
        Money overdraft,
        Outcome exhausted) {

    public Money left() {
        return limit.minus(held).minus(spent);
    }
}
