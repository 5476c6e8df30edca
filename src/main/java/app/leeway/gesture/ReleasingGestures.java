package app.leeway.gesture;

import app.leeway.budget.Posting;
import app.leeway.organization.Actor;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** What was held is not needed: the money is free again. */
@ApplicationScoped
public class ReleasingGestures {

    @Inject GivingBack giving;

    /**
     * @param reason in the releaser's own words, or null
     * @throws RefusedException NOT_FOUND, OUTSIDE_YOUR_AREA, or WRONG_STATE when nothing is held
     *     (any more)
     */
    @Transactional
    public void release(UUID id, String reason, Actor actor) {
        giving.end(
                id,
                GestureState.RELEASED,
                actor,
                reason,
                (draw, now) ->
                        Posting.unused(Posting.Type.RELEASE, draw, id, actor.personId(), now));
    }
}
