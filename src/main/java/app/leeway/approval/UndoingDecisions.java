package app.leeway.approval;

import app.leeway.gesture.UngrantingGestures;
import app.leeway.organization.Actor;
import app.leeway.organization.Organizations;
import app.leeway.shared.Money;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Whoever said yes, or made an offer, takes it back within half a minute, if nothing was spent. */
@ApplicationScoped
public class UndoingDecisions {

    @Inject Deciding deciding;

    @Inject DeadlinePolicy clockwork;

    @Inject UngrantingGestures ungranting;

    @Inject Organizations organizations;

    @Inject ApprovalNotifications words;

    /**
     * @param version as the actor has seen it; null: whatever it is
     * @param comment in their own words, or null
     * @throws RefusedException as {@link Deciding#begin}; WRONG_STATE when it is too late
     */
    @Transactional
    public void undo(UUID id, Integer version, String comment, Actor actor) {
        Deciding.Turn turn = deciding.begin(Action.UNDO, id, version, actor);
        Approval approval = turn.approval();
        boolean granted = approval.state() == ApprovalState.APPROVED;
        Signature said = approval.undoable();
        approval.undo(clockwork.resumed(approval, turn.now()));
        ApprovalEvent happening =
                new ApprovalEvent("undo", actor.personId(), said.forId(), null, comment);
        deciding.keep(approval, happening);
        words.undone(approval, said, turn.routing());
        if (granted) {
            String currency = organizations.current().company().currency();
            ungranting.undo(
                    id, Money.of(approval.about().amountMinor(), currency), actor.personId());
        }
        deciding.note(approval, happening, "undone");
    }
}
