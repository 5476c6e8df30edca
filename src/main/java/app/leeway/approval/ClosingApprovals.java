package app.leeway.approval;

import app.leeway.gesture.GestureMoved;
import app.leeway.gesture.GestureState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collections;

/** A gesture that waited was released, or its hold ended, by another door. */
@ApplicationScoped
class ClosingApprovals {

    @Inject Approvals approvals;

    @Inject Routings routings;

    @Inject Deciding deciding;

    @Inject ApprovalNotifications words;

    /** What is decided here has ended before its gesture moves, so only others' doings are met. */
    @Transactional(TxType.MANDATORY)
    void follow(@Observes GestureMoved moved) {
        boolean ended = moved.to() == GestureState.RELEASED || moved.to() == GestureState.EXPIRED;
        if (moved.from() == GestureState.AWAITING_APPROVAL && ended) {
            approvals
                    .take(moved.id())
                    .filter(approval -> approval.state().isOpen())
                    .ifPresent(approval -> close(approval, moved));
        }
    }

    private void close(Approval approval, GestureMoved moved) {
        boolean expired = moved.to() == GestureState.EXPIRED;
        approval.follow(expired ? ApprovalState.EXPIRED : ApprovalState.WITHDRAWN);
        ApprovalEvent happening =
                new ApprovalEvent(
                        expired ? "expire" : "withdraw", moved.personId(), null, null, null);
        deciding.keep(approval, happening);
        Routing routing = routings.about(Collections.singletonList(approval.about().customerId()));
        if (expired) {
            words.expired(approval);
        } else {
            words.withdrawn(approval, routing);
        }
        deciding.note(approval, happening, expired ? "expired" : "withdrawn");
    }
}
