package app.leeway.budget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** How budgets stand, for whoever only looks: nothing is opened, locked or written. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class BudgetBalances {

    @Inject Periods periods;
    @Inject Ledger ledger;

    /**
     * Each budget's figures in the period that holds the instant. A period that nobody has drawn on
     * yet is whole, under a key below zero.
     *
     * @param budgets that have money then
     * @return in their order
     */
    public Map<Budget, BudgetBalance> at(Collection<Budget> budgets, Instant when) {
        return at(budgets, Booking.onTime(when));
    }

    /** The same, each in the period in which it would be booked. */
    public Map<Budget, BudgetBalance> at(Collection<Budget> budgets, Booking booking) {
        Map<Budget, Long> opened = new LinkedHashMap<>();
        budgets.forEach(budget -> opened.put(budget, periods.find(budget, booking.on(budget))));
        Map<Long, BudgetBalance> figures =
                ledger.read(opened.values().stream().filter(Objects::nonNull).toList());
        Map<Budget, BudgetBalance> standings = new LinkedHashMap<>();
        opened.forEach(
                (budget, period) ->
                        standings.put(
                                budget, period == null ? whole(budget) : figures.get(period)));
        return standings;
    }

    private static BudgetBalance whole(Budget budget) {
        return new BudgetBalance(-budget.id(), budget.amountMinor(), 0, 0, 0);
    }
}
