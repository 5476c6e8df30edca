package app.leeway.approval;

import app.leeway.organization.Actor;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Somebody who may decide hands it to somebody else who may. */
@ApplicationScoped
public class ReassigningExceptions {

    @Inject Deciding deciding;

    @Inject ApprovalNotifications words;

    /**
     * @param version as the actor has seen it; null: whatever it is
     * @param to user name of whoever shall decide
     * @param comment in their own words, or null
     * @throws RefusedException INVALID when that one may not decide it; else as {@link
     *     Deciding#begin}
     */
    @Transactional
    public void reassign(UUID id, Integer version, String to, String comment, Actor actor) {
        Deciding.Turn turn = deciding.begin(Action.REASSIGN, id, version, actor);
        Approval approval = turn.approval();
        Decider other =
                turn.routing().deciders(approval.about()).stream()
                        .filter(d -> d.person().user().equals(to))
                        .filter(d -> d.person().id() != actor.personId())
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        RefusedException.invalid(
                                                "to",
                                                "may-not-decide",
                                                "'" + to + "' is nobody else who may decide it"));
        Signature by = turn.standpoint().yes(turn.now());
        approval.reassign(other.person().id());
        ApprovalEvent happening =
                new ApprovalEvent("reassign", by.byId(), by.forId(), null, comment);
        deciding.keep(approval, happening);
        words.reassigned(approval, actor.personId());
        deciding.note(approval, happening, "reassigned");
    }
}
