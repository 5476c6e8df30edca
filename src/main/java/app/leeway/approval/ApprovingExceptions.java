package app.leeway.approval;

import app.leeway.gesture.GrantingGestures;
import app.leeway.organization.Actor;
import app.leeway.organization.Organizations;
import app.leeway.shared.Money;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Somebody who may says yes to all of it: what does not fit on a budget is in their name. */
@ApplicationScoped
public class ApprovingExceptions {

    @Inject Deciding deciding;

    @Inject GrantingGestures granting;

    @Inject Organizations organizations;

    @Inject ApprovalNotifications words;

    /**
     * @param version as the actor has seen it; null: whatever it is
     * @param comment in their own words, or null
     * @throws RefusedException as {@link Deciding#begin}
     */
    @Transactional
    public void approve(UUID id, Integer version, String comment, Actor actor) {
        Deciding.Turn turn = deciding.begin(Action.APPROVE, id, version, actor);
        Approval approval = turn.approval();
        Signature yes = turn.standpoint().yes(turn.now());
        ApprovalEvent happening =
                new ApprovalEvent(
                        "approve",
                        yes.byId(),
                        yes.forId(),
                        approval.about().amountMinor(),
                        comment);
        boolean granted = approval.approve(yes);
        deciding.keep(approval, happening);
        if (granted) {
            words.decided(approval, ApprovalNotification.APPROVED, turn.routing());
            granting.grant(id, asked(approval), actor.personId());
        }
        deciding.note(approval, happening, granted ? "approved" : "first-yes");
    }

    private Money asked(Approval approval) {
        return Money.of(
                approval.about().amountMinor(), organizations.current().company().currency());
    }
}
