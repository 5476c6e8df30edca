package app.leeway.approval;

import app.leeway.gesture.DecliningGestures;
import app.leeway.organization.Actor;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Somebody who may says no, and why: the money is free again. */
@ApplicationScoped
public class DecliningExceptions {

    /** The short list of reasons. */
    public enum Reason {
        TOO_MUCH,
        NOT_OUR_FAULT,
        ANOTHER_WAY,
        NO_ROOM,
        NOT_NOW,
        OTHER;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    @Inject Deciding deciding;

    @Inject DecliningGestures declining;

    @Inject ApprovalNotifications words;

    /**
     * @param version as the actor has seen it; null: whatever it is
     * @param reason from the short list; null where it is said in words
     * @param comment in their own words; null where a reason is given
     * @throws RefusedException INVALID with neither; else as {@link Deciding#begin}
     */
    @Transactional
    public void decline(UUID id, Integer version, Reason reason, String comment, Actor actor) {
        Deciding.Turn turn = deciding.begin(Action.DECLINE, id, version, actor);
        if (comment == null && (reason == null || reason == Reason.OTHER)) {
            throw RefusedException.invalid(
                    "reason", "missing", "say why: a reason from the list, or a comment");
        }
        Approval approval = turn.approval();
        Signature no = turn.standpoint().yes(turn.now());
        approval.decline(no, reason == null ? null : reason.code());
        ApprovalEvent happening =
                new ApprovalEvent("decline", no.byId(), no.forId(), null, comment);
        deciding.keep(approval, happening);
        words.decided(approval, ApprovalNotification.DECLINED, turn.routing());
        declining.decline(id, "declined", actor.personId());
        deciding.note(approval, happening, "declined");
    }
}
