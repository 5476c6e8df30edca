package app.leeway.gesture;

import app.leeway.budget.Budget;
import app.leeway.budget.Draw;
import app.leeway.budget.Ledger;
import app.leeway.budget.Periods;
import app.leeway.budget.Standing;
import app.leeway.shared.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

/** What every grant of a gesture that waits looks at: its budgets as they are by then. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class Granting {

    @Inject Premises.Keeper keeper;

    @Inject Periods periods;

    @Inject Ledger ledger;

    /** The figures of all its budgets are locked until the transaction ends. */
    Grant locked(Recorded gesture, Money amount) {
        return grant(gesture, amount, ledger::lock);
    }

    /** As the figures are at this moment, for whoever only looks. */
    Grant foreseen(Recorded gesture, Money amount) {
        return grant(gesture, amount, ledger::read);
    }

    private Grant grant(
            Recorded gesture,
            Money amount,
            Function<Collection<Long>, Map<Long, Standing>> figures) {
        List<Draft.DrawnOn> on = drawnOn(gesture);
        Map<Long, Draw> draws = draws(gesture.id());
        TreeSet<Long> ids = new TreeSet<>(draws.keySet());
        on.forEach(o -> ids.add(o.periodId()));
        return Grant.of(amount.minor(), on, draws, figures.apply(ids));
    }

    Map<Long, Draw> draws(UUID gesture) {
        Map<Long, Draw> draws = new HashMap<>();
        ledger.drawnBy(gesture).forEach(d -> draws.put(d.periodId(), d));
        return draws;
    }

    /** The budgets that cover it now. */
    List<Draft.DrawnOn> drawnOn(Recorded gesture) {
        Premises premises = keeper.current();
        List<String> places = premises.organization().upwards(gesture.place());
        List<Draft.DrawnOn> on = new ArrayList<>();
        for (Budget budget :
                premises.budgets().drawnOn(places, gesture.personId(), gesture.judgedFor())) {
            Long known = periods.known(budget, gesture.judgedFor());
            on.add(
                    new Draft.DrawnOn(
                            budget,
                            known != null ? known : periods.open(budget, gesture.judgedFor())));
        }
        return on;
    }

    /** Settled at once where the cost is fixed and it is not planned ahead, like any other. */
    GestureState stateOf(Recorded gesture) {
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
