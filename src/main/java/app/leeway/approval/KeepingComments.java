package app.leeway.approval;

import app.leeway.organization.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * What somebody wrote to a decision that came too late is kept all the same: a comment is never
 * dropped.
 */
@ApplicationScoped
public class KeepingComments {

    @Inject Deciding deciding;

    @Inject Approvals approvals;

    /** Once: whoever tries again with the same words has them there once. */
    @Transactional
    public void keep(UUID id, String comment, Actor actor) {
        Approval approval = approvals.take(id).orElseThrow(() -> Deciding.none(id));
        Eligibility standpoint = deciding.turn(approval, actor).standpoint();
        if (!deciding.sees(standpoint, approval, actor)) {
            throw Deciding.none(id);
        }
        approvals.comment(
                approval,
                new ApprovalEvent("comment", actor.personId(), null, null, comment),
                deciding.now());
    }
}
