package app.leeway.gesture;

import app.leeway.budget.Allocation;
import app.leeway.shared.Money;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;

/**
 * A yes is taken back before anything was spent: the gesture waits again, held where it fits. How
 * long that is possible is the caller's to know.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class UngrantingGestures {

    @Inject GestureTransitions moving;

    @Inject Granting granting;

    /**
     * @param asked what was asked for: it waits as a whole again
     * @throws RefusedException NOT_FOUND; WRONG_STATE unless it is held and nothing of it spent
     */
    public void undo(UUID id, Money asked, long personId) {
        GestureRecord gesture = moving.take(id);
        long spent = granting.draws(id).values().stream().mapToLong(Allocation::spentMinor).sum();
        if (gesture.state() != GestureState.HELD || spent != 0) {
            throw new RefusedException(
                    Refusal.WRONG_STATE,
                    "only what is held can wait again; this gesture is " + gesture.state().code());
        }
        Grant waiting = granting.locked(gesture, asked).waiting();
        moving.move(
                gesture,
                GestureState.AWAITING_APPROVAL,
                asked.minor(),
                waiting.held(id, personId, moving.now()),
                personId,
                null);
    }
}
