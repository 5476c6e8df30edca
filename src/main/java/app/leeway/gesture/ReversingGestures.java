package app.leeway.gesture;

import app.leeway.budget.Posting;
import app.leeway.organization.Actor;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** What was settled is taken back: a counter-entry on every budget, never an edit. */
@ApplicationScoped
public class ReversingGestures {

    @Inject GivingBack giving;

    /**
     * @param reason in the reverser's own words, or null
     * @throws RefusedException NOT_FOUND, OUTSIDE_YOUR_AREA, or WRONG_STATE when it is not settled
     *     (any more)
     */
    @Transactional
    public void reverse(UUID id, String reason, Actor actor) {
        giving.end(
                id,
                GestureState.REVERSED,
                actor,
                reason,
                (draw, now) -> Posting.reverse(draw, id, actor.personId(), now));
    }
}
