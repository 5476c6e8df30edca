package app.leeway.approval;

import app.leeway.approval.ApprovalDeadlines.Alarm;
import app.leeway.gesture.SplittingGestures;
import app.leeway.organization.Organizations;
import app.leeway.shared.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What happens by itself when its time has come, each once: the alarm's row is taken, its work is
 * done and it is deleted in one transaction. A server that dies in between gives it back.
 */
@ApplicationScoped
public class FiringDeadlines {

    @Inject ApprovalDeadlines alarms;

    @Inject Approvals approvals;

    @Inject Routings routings;

    @Inject DeadlinePolicy clockwork;

    @Inject Deciding deciding;

    @Inject SplittingGestures splitting;

    @Inject Organizations organizations;

    @Inject ApprovalNotifications words;

    /** Nothing happens when it has rung, or rings on another server. */
    @Transactional(TxType.REQUIRES_NEW)
    public void ring(long id) {
        Instant now = deciding.now();
        Optional<Alarm> taken = alarms.take(id, now);
        if (taken.isEmpty()) {
            return;
        }
        Alarm alarm = taken.get();
        approvals
                .take(alarm.approvalId())
                .filter(a -> a.state() == ApprovalState.WAITING && a.clock() == alarm.clock())
                .ifPresent(approval -> ring(alarm, approval, now));
        alarms.delete(id);
    }

    private void ring(Alarm alarm, Approval approval, Instant now) {
        Routing routing = routings.about(Collections.singletonList(approval.about().customerId()));
        switch (alarm.what()) {
            case FALLBACK -> fallBack(approval, now);
            case REMINDER -> remind(approval, routing, now);
            case ESCALATION -> escalate(approval, routing, now);
        }
    }

    private void fallBack(Approval approval, Instant now) {
        long part = approval.fallbackMinor() == null ? 0 : split(approval);
        if (part > 0) {
            approval.fallBack(part);
        } else {
            approval.goOnWaiting(clockwork.due(approval.about().place(), null, now));
        }
        ApprovalEvent happening = ApprovalEvent.byItself("fall-back", part);
        deciding.keep(approval, happening);
        words.fellBack(approval, part);
        deciding.note(approval, happening, "fell-back");
    }

    private long split(Approval approval) {
        String currency = organizations.current().company().currency();
        return splitting
                .split(
                        approval.id(),
                        Money.of(approval.fallbackMinor(), currency),
                        UUID.randomUUID())
                .minor();
    }

    private void remind(Approval approval, Routing routing, Instant now) {
        approval.remind(now);
        ApprovalEvent happening = ApprovalEvent.byItself("remind", null);
        deciding.keep(approval, happening);
        words.reminded(approval, routing);
        deciding.note(approval, happening, "reminded");
    }

    /** One step up; past the last it stays, loudest, and is never granted by itself. */
    private void escalate(Approval approval, Routing routing, Instant now) {
        List<Decider> deciders = routing.deciders(approval.about());
        boolean further =
                approval.escalate(deciders, clockwork.due(approval.about().place(), null, now));
        ApprovalEvent happening = ApprovalEvent.byItself(further ? "escalate" : "overdue", null);
        deciding.keep(approval, happening);
        if (further) {
            words.escalated(approval, routing);
        } else {
            words.overdue(approval, routing);
        }
        deciding.note(approval, happening, further ? "escalated" : "overdue");
    }
}
