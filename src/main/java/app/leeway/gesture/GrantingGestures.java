package app.leeway.gesture;

import app.leeway.budget.Posting;
import app.leeway.shared.Money;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;

/** Somebody who may has said yes to what waits. Whether they may is the caller's to know. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class GrantingGestures {

    @Inject GestureTransitions moving;

    @Inject Granting granting;

    /**
     * Draws what fits by now on every budget; the rest is an overdraft in the approver's name.
     *
     * @param amount at most what was asked for
     * @throws RefusedException NOT_FOUND; WRONG_STATE unless it waits; INVALID for more than was
     *     asked
     */
    public Granted grant(UUID id, Money amount, long approverId) {
        GestureRecord gesture = moving.take(id);
        GestureState to = granting.stateOf(gesture);
        gesture.mustWait();
        if (amount.compareTo(gesture.cost()) > 0) {
            throw RefusedException.invalid(
                    "amount",
                    "more-than-asked",
                    "at most " + gesture.cost().amount() + " is asked");
        }
        Grant grant = granting.locked(gesture, amount);
        List<Posting> postings =
                to == GestureState.SETTLED
                        ? grant.settled(id, approverId, moving.now())
                        : grant.held(id, approverId, moving.now());
        moving.move(gesture, to, amount.minor(), postings, approverId, null);
        return granted(to, amount, grant);
    }

    /**
     * Takes many, with all that granting each of them will need, in the one order that never makes
     * two wait for each other: gestures, keys that are counted, budgets.
     */
    public void takeAll(List<UUID> ids) {
        List<GestureRecord> gestures = moving.takeAll(ids);
        granting.lock(gestures);
    }

    /** What {@link #grant} would come to now; nothing is written or locked. */
    public Granted foresee(UUID id, Money amount) {
        GestureRecord gesture = moving.look(id);
        return granted(granting.stateOf(gesture), amount, granting.foreseen(gesture, amount));
    }

    private static Granted granted(GestureState to, Money amount, Grant grant) {
        return new Granted(
                to,
                amount,
                grant.parts().stream()
                        .filter(part -> part.budget() != null)
                        .map(
                                part ->
                                        new Granted.Share(
                                                part.budget(),
                                                part.per(),
                                                like(amount, part.before().limitMinor()),
                                                like(amount, part.before().leftMinor()),
                                                like(amount, part.after().leftMinor()),
                                                like(amount, part.beyondMinor())))
                        .toList());
    }

    private static Money like(Money other, long minor) {
        return new Money(minor, other.currency());
    }
}
