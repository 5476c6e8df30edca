package app.leeway.approval;

import app.leeway.gesture.DecliningGestures;
import app.leeway.organization.Actor;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Whoever asked no longer does: the money is free again. */
@ApplicationScoped
public class WithdrawingExceptions {

    @Inject Deciding deciding;

    @Inject DecliningGestures declining;

    @Inject ApprovalNotifications words;

    /**
     * @param version as the actor has seen it; null: whatever it is
     * @param comment in their own words, or null
     * @throws RefusedException as {@link Deciding#begin}
     */
    @Transactional
    public void withdraw(UUID id, Integer version, String comment, Actor actor) {
        Deciding.Turn turn = deciding.begin(Action.WITHDRAW, id, version, actor);
        Approval approval = turn.approval();
        approval.withdraw();
        ApprovalEvent happening =
                new ApprovalEvent("withdraw", actor.personId(), null, null, comment);
        deciding.keep(approval, happening);
        words.withdrawn(approval, turn.routing());
        declining.decline(id, "withdrawn", actor.personId());
        deciding.note(approval, happening, "withdrawn");
    }
}
