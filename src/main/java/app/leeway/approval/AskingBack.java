package app.leeway.approval;

import app.leeway.organization.Actor;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Somebody who may decide wants to know something first: the clock stands until it is answered. */
@ApplicationScoped
public class AskingBack {

    @Inject Deciding deciding;

    @Inject ApprovalNotifications words;

    /**
     * @param version as the actor has seen it; null: whatever it is
     * @param question in their own words
     * @throws RefusedException as {@link Deciding#begin}
     */
    @Transactional
    public void ask(UUID id, Integer version, String question, Actor actor) {
        Deciding.Turn turn = deciding.begin(Action.ASK, id, version, actor);
        Approval approval = turn.approval();
        Signature by = turn.standpoint().yes(turn.now());
        approval.ask(actor.personId(), turn.now());
        ApprovalEvent happening = new ApprovalEvent("ask", by.byId(), by.forId(), null, question);
        deciding.keep(approval, happening);
        words.questioned(approval);
        deciding.note(approval, happening, "questioned");
    }
}
