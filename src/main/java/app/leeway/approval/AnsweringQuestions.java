package app.leeway.approval;

import app.leeway.organization.Actor;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Whoever asked answers what they were asked, or does not take what they were offered. */
@ApplicationScoped
public class AnsweringQuestions {

    @Inject Deciding deciding;

    @Inject DeadlinePolicy clockwork;

    @Inject ApprovalNotifications words;

    /**
     * It waits again, and its clock runs on from where it stood.
     *
     * @param version as the actor has seen it; null: whatever it is
     * @param answer in their own words
     * @throws RefusedException as {@link Deciding#begin}
     */
    @Transactional
    public void answer(UUID id, Integer version, String answer, Actor actor) {
        Deciding.Turn turn = deciding.begin(Action.ANSWER, id, version, actor);
        Approval approval = turn.approval();
        boolean offered = approval.offer() != null;
        long to = offered ? approval.offer().by().byId() : approval.questionedBy();
        approval.answer(clockwork.resumed(approval, turn.now()));
        ApprovalEvent happening = new ApprovalEvent("answer", actor.personId(), null, null, answer);
        deciding.keep(approval, happening);
        words.answered(approval, to);
        deciding.note(approval, happening, "answered");
    }
}
