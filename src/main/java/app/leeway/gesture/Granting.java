package app.leeway.gesture;

import app.leeway.budget.Allocation;
import app.leeway.budget.Budget;
import app.leeway.budget.BudgetBalance;
import app.leeway.budget.BudgetBalances;
import app.leeway.budget.Ledger;
import app.leeway.budget.Periods;
import app.leeway.shared.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/** What every grant of a gesture that waits looks at: its budgets as they are by then. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class Granting {

    @Inject RuleSnapshot.Keeper keeper;

    @Inject Periods periods;

    @Inject BudgetBalances standings;

    @Inject Ledger ledger;

    /** The figures of all its budgets are locked until the transaction ends. */
    Grant locked(GestureRecord gesture, Money amount) {
        List<ResolvedRequest.DrawnOn> on = drawnOn(gesture);
        Map<Long, Allocation> draws = draws(gesture.id());
        TreeSet<Long> ids = new TreeSet<>(draws.keySet());
        on.forEach(o -> ids.add(o.periodId()));
        return Grant.of(amount.minor(), on, draws, ledger.lock(ids));
    }

    /** Locks the figures of all budgets of many, until the transaction ends. */
    void lock(List<GestureRecord> gestures) {
        TreeSet<Long> ids = new TreeSet<>();
        for (GestureRecord gesture : gestures) {
            ids.addAll(draws(gesture.id()).keySet());
            drawnOn(gesture).forEach(on -> ids.add(on.periodId()));
        }
        ledger.lock(ids);
    }

    /** As the figures are at this moment, for whoever only looks. */
    Grant foreseen(GestureRecord gesture, Money amount) {
        BudgetSnapshot glance =
                new BudgetSnapshot(standings.at(budgets(gesture), gesture.judgedFor()));
        Map<Long, Allocation> draws = draws(gesture.id());
        Map<Long, BudgetBalance> figures = new HashMap<>(ledger.read(draws.keySet()));
        figures.putAll(glance.byPeriod());
        return Grant.of(amount.minor(), glance.draws(), draws, figures);
    }

    Map<Long, Allocation> draws(UUID gesture) {
        Map<Long, Allocation> draws = new HashMap<>();
        ledger.drawnBy(gesture).forEach(d -> draws.put(d.periodId(), d));
        return draws;
    }

    /** The budgets that cover it now, each with its period. */
    List<ResolvedRequest.DrawnOn> drawnOn(GestureRecord gesture) {
        return drawnOn(budgets(gesture), gesture.judgedFor());
    }

    /**
     * Each with its period, which is opened where it must be, and only there: opening takes a
     * second connection, and this transaction holds one already.
     */
    List<ResolvedRequest.DrawnOn> drawnOn(List<Budget> budgets, Instant when) {
        List<ResolvedRequest.DrawnOn> on = new ArrayList<>();
        for (Budget budget : budgets) {
            Long found = periods.find(budget, when);
            on.add(
                    new ResolvedRequest.DrawnOn(
                            budget, found != null ? found : periods.open(budget, when)));
        }
        return on;
    }

    private List<Budget> budgets(GestureRecord gesture) {
        RuleSnapshot premises = keeper.current();
        return premises.budgets()
                .drawnOn(
                        premises.organization().upwards(gesture.place()),
                        gesture.personId(),
                        gesture.judgedFor());
    }

    /** Settled at once where the cost is fixed and it is not planned ahead, like any other. */
    GestureState stateOf(GestureRecord gesture) {
        boolean fixed =
                keeper.current()
                        .catalogue()
                        .kindEver(gesture.kind())
                        .filter(kind -> kind.presetMinor() != null)
                        .isPresent();
        boolean planned = !gesture.judgedFor().equals(gesture.receivedAt());
        return fixed && !planned ? GestureState.SETTLED : GestureState.HELD;
    }
}
