package app.leeway.budget;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All budgets of the company at one of its revisions. Immutable. */
public final class BudgetPlan {

    private final List<Budget> budgets;

    public BudgetPlan(List<Budget> budgets) {
        this.budgets = List.copyOf(budgets);
    }

    public List<Budget> budgets() {
        return budgets;
    }

    public Optional<Budget> budget(String code) {
        return budgets.stream().filter(b -> b.code().equals(code)).findFirst();
    }

    /**
     * Every budget on which a gesture draws, the person's own first, then the nearest unit's.
     *
     * @param places the unit where it happens, then those above it
     */
    public List<Budget> drawnOn(List<String> places, long personId, Instant when) {
        return budgets.stream()
                .filter(b -> b.covers(places, personId) && b.periodHolding(when).isPresent())
                .sorted(java.util.Comparator.comparingInt(b -> places.indexOf(b.ofUnit())))
                .toList();
    }
}
