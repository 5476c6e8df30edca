package app.leeway.gesture;

import app.leeway.budget.Budget;
import app.leeway.budget.BudgetBalance;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Budgets as they stand, for whoever only looks; in the order in which a gesture draws on them. */
record BudgetSnapshot(Map<Budget, BudgetBalance> standings) {

    List<ResolvedRequest.DrawnOn> draws() {
        return standings.entrySet().stream()
                .map(seen -> new ResolvedRequest.DrawnOn(seen.getKey(), seen.getValue().periodId()))
                .toList();
    }

    Map<Long, BudgetBalance> byPeriod() {
        return standings.values().stream()
                .collect(Collectors.toMap(BudgetBalance::periodId, Function.identity()));
    }
}
