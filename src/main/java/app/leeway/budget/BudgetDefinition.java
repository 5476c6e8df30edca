package app.leeway.budget;

import app.leeway.guardrail.Outcome;
import app.leeway.shared.Period;
import java.time.LocalDate;

/**
 * A budget as the company file has it.
 *
 * @param ofUnit code of the owning unit, or null
 * @param ofPerson user name of the owning person, or null
 * @param per period, or null for the fixed span from {@code startsOn} until the day before {@code
 *     endsOn}
 */
public record BudgetDefinition(
        String code,
        String ofUnit,
        String ofPerson,
        Period per,
        LocalDate startsOn,
        LocalDate endsOn,
        long amountMinor,
        Outcome exhausted) {}
