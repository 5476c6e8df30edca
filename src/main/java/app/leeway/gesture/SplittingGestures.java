package app.leeway.gesture;

import app.leeway.audit.AuditTrail;
import app.leeway.budget.Ledger;
import app.leeway.budget.Posting;
import app.leeway.shared.Money;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Nobody answered while the customer waited: the part within the requester's own leeway is granted,
 * and the rest goes on waiting as a gesture of its own, with the same facts, verdict and reasons.
 * It is not judged anew: a rest must never slip below a limit by being small.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class SplittingGestures {

    @Inject GestureTransitions moving;

    @Inject Granting granting;

    @Inject GestureStore store;

    @Inject Ledger ledger;

    @Inject AuditTrail audit;

    @Inject ApproverLookup addressing;

    /**
     * @param now the part to grant; less where there is less room by now
     * @param restId of the gesture that goes on
     * @return what was granted; nothing when there is no room at all, and then nothing is changed
     * @throws RefusedException NOT_FOUND; WRONG_STATE unless it waits
     */
    public Money split(UUID id, Money now, UUID restId) {
        GestureRecord gesture = moving.take(id);
        gesture.mustWait();
        Grant whole = granting.locked(gesture, gesture.cost());
        long given = Math.min(now.minor(), whole.roomMinor());
        if (given <= 0) {
            return new Money(0, now.currency());
        }
        Money part = new Money(given, now.currency());
        Money rest = gesture.cost().minus(part);
        Grant grant = whole.of(given);
        moving.move(
                gesture,
                GestureState.HELD,
                given,
                grant.held(id, gesture.personId(), moving.now()),
                null,
                null);
        ApprovalRequest goesOn = store.split(id, restId, rest, moving.now());
        List<Posting> holds = holds(gesture, restId, rest, grant);
        ledger.post(holds);
        addressing.route(List.of(goesOn)).open();
        audit.append(
                List.of(
                        GestureNotes.rest(goesOn, store.seal(restId), holds),
                        GestureNotes.asked(goesOn)));
        return part;
    }

    /** Held, whole, on every budget where it fits; nothing on the others, as for any that waits. */
    private List<Posting> holds(GestureRecord gesture, UUID restId, Money rest, Grant grant) {
        List<Posting> holds = new ArrayList<>();
        for (Grant.Part part : grant.parts()) {
            if (part.budget() != null && part.after().leftMinor() >= rest.minor()) {
                holds.add(
                        Posting.hold(
                                part.before().periodId(),
                                restId,
                                rest.minor(),
                                gesture.personId(),
                                moving.now()));
            }
        }
        return holds;
    }
}
