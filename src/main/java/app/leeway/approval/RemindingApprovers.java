package app.leeway.approval;

import app.leeway.organization.Actor;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Whoever asked reminds those who have it; not more often than helps. */
@ApplicationScoped
public class RemindingApprovers {

    @Inject Deciding deciding;

    @Inject ApprovalNotifications words;

    /**
     * @param version as the actor has seen it; null: whatever it is
     * @param comment in their own words, or null
     * @throws RefusedException as {@link Deciding#begin}; WRONG_STATE too soon after the last
     */
    @Transactional
    public void remind(UUID id, Integer version, String comment, Actor actor) {
        Deciding.Turn turn = deciding.begin(Action.REMIND, id, version, actor);
        Approval approval = turn.approval();
        approval.remind(turn.now());
        ApprovalEvent happening =
                new ApprovalEvent("remind", actor.personId(), null, null, comment);
        deciding.keep(approval, happening);
        words.reminded(approval, turn.routing());
        deciding.note(approval, happening, "reminded");
    }
}
