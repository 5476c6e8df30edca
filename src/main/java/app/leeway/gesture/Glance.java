package app.leeway.gesture;

import app.leeway.budget.Budget;
import app.leeway.budget.Standing;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Budgets as they stand, for whoever only looks; in the order in which a gesture draws on them. */
record Glance(Map<Budget, Standing> standings) {

    List<Draft.DrawnOn> draws() {
        return standings.entrySet().stream()
                .map(seen -> new Draft.DrawnOn(seen.getKey(), seen.getValue().periodId()))
                .toList();
    }

    Map<Long, Standing> byPeriod() {
        return standings.values().stream()
                .collect(Collectors.toMap(Standing::periodId, Function.identity()));
    }
}
