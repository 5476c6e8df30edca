package app.leeway.gesture;

import app.leeway.budget.Allocation;
import app.leeway.budget.Posting;
import app.leeway.organization.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;

/** Ends a gesture with one entry on each budget for all that it had drawn there. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class GivingBack {

    @Inject GestureTransitions moving;

    /**
     * @param reason in the words of whoever ends it, or null
     * @param entry what stands in the ledger for a draw, at that instant
     * @throws app.leeway.shared.RefusedException NOT_FOUND, OUTSIDE_YOUR_AREA, or WRONG_STATE when
     *     it cannot become that (any more)
     */
    void end(
            UUID id,
            GestureState to,
            Actor by,
            String reason,
            BiFunction<Allocation, Instant, Posting> entry) {
        GestureRecord gesture = moving.take(id, by);
        gesture.mustBeAbleToBecome(to);
        Instant now = moving.now();
        moving.move(
                gesture,
                to,
                gesture.cost().minor(),
                moving.draws(gesture).stream().map(draw -> entry.apply(draw, now)).toList(),
                by.personId(),
                reason);
    }
}
