package app.leeway.gesture;

import app.leeway.budget.Allocation;
import app.leeway.budget.Ledger;
import app.leeway.budget.Posting;
import app.leeway.organization.Actor;
import app.leeway.shared.Money;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What was granted has happened, and cost what it cost. Less than was held frees the rest. More
 * than was held is judged anew, as something that has been done: it is recorded, and says so when
 * somebody must look at it.
 */
@ApplicationScoped
public class SettlingGestures {

    @Inject GestureTransitions moving;

    @Inject Ledger ledger;

    @Inject Reassessment judgingAnew;

    /**
     * @param actual what it cost in the end; null: what was held
     * @throws RefusedException NOT_FOUND, OUTSIDE_YOUR_AREA; WRONG_STATE unless it is granted and
     *     held; INVALID for another currency
     */
    @Transactional
    public void settle(UUID id, Money actual, Actor actor) {
        GestureRecord gesture = moving.take(id, actor);
        if (gesture.state() != GestureState.HELD) {
            throw new RefusedException(
                    Refusal.WRONG_STATE,
                    "only what is granted and held can be settled; this gesture is "
                            + gesture.state().code());
        }
        Money cost = actual == null ? gesture.cost() : actual;
        if (!cost.currency().equals(gesture.cost().currency())) {
            throw RefusedException.invalid(
                    "cost.currency",
                    "wrong-currency",
                    "the gesture is in " + gesture.cost().currency());
        }
        List<Allocation> draws = ledger.drawnBy(id);
        boolean more = cost.compareTo(gesture.cost()) > 0;
        List<Posting> postings =
                more
                        ? judgedAnew(gesture, cost, draws, actor)
                        : asHeld(gesture, cost, draws, actor);
        moving.move(gesture, GestureState.SETTLED, cost.minor(), postings, actor.personId(), null);
    }

    private List<Posting> asHeld(
            GestureRecord gesture, Money cost, List<Allocation> draws, Actor actor) {
        ledger.lock(draws.stream().map(Allocation::periodId).toList());
        List<Posting> postings = new ArrayList<>();
        for (Allocation draw : draws) {
            long within = Math.min(cost.minor(), draw.heldMinor());
            postings.addAll(
                    Posting.settle(
                            draw,
                            gesture.id(),
                            within,
                            cost.minor() - within,
                            actor.personId(),
                            moving.now()));
        }
        return postings;
    }

    private List<Posting> judgedAnew(
            GestureRecord gesture, Money cost, List<Allocation> draws, Actor actor) {
        Map<Long, Allocation> drawn = new HashMap<>();
        draws.forEach(d -> drawn.put(d.periodId(), d));
        Decision decision = judgingAnew.judge(gesture, cost, drawn);
        List<Posting> postings = new ArrayList<>();
        for (Decision.Share share : decision.shares()) {
            long period = share.on().periodId();
            Allocation draw = drawn.getOrDefault(period, new Allocation(period, 0, 0, 0));
            postings.addAll(
                    Posting.settle(
                            draw,
                            gesture.id(),
                            share.withinMinor(),
                            share.beyondMinor(),
                            actor.personId(),
                            moving.now()));
        }
        return postings;
    }
}
