package app.leeway.approval;

import app.leeway.approval.ApprovalDeadlines.Alarm;
import app.leeway.approval.ApprovalDeadlines.What;
import app.leeway.organization.ApprovalRules;
import app.leeway.organization.Organizations;
import app.leeway.organization.WorkingHours;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The clock of an exception: real minutes where a customer waits, else the site's working hours.
 */
@ApplicationScoped
class DeadlinePolicy {

    @Inject Organizations organizations;

    /** When a clock that begins to run now runs out. */
    Instant due(String place, Integer waitingMinutes, Instant now) {
        return waitingMinutes != null
                ? now.plus(Duration.ofMinutes(waitingMinutes))
                : hours(place).after(now, rules().untilEscalation());
    }

    /** When a clock that has stood runs out, if it runs again now. */
    Instant resumed(Approval approval, Instant now) {
        Instant since = approval.stoodSince();
        if (since == null) {
            return approval.dueAt();
        }
        if (approval.waitingMinutes() != null) {
            return approval.dueAt().plus(Duration.between(since, now));
        }
        WorkingHours hours = hours(approval.about().place());
        return hours.after(now, hours.between(since, approval.dueAt()));
    }

    /** What is to happen by itself from now on; nothing while it stands, or has ended. */
    List<Alarm> alarms(Approval approval, Instant now) {
        List<Alarm> alarms = new ArrayList<>();
        if (approval.state() != ApprovalState.WAITING || approval.overdue()) {
            return alarms;
        }
        if (approval.waitingMinutes() != null) {
            alarms.add(alarm(approval, What.FALLBACK, approval.dueAt()));
            return alarms;
        }
        alarms.add(alarm(approval, What.ESCALATION, approval.dueAt()));
        Instant reminder = hours(approval.about().place()).after(now, rules().untilReminder());
        if (reminder.isBefore(approval.dueAt())) {
            alarms.add(alarm(approval, What.REMINDER, reminder));
        }
        return alarms;
    }

    private static Alarm alarm(Approval approval, What what, Instant at) {
        return new Alarm(approval.id(), approval.clock(), what, at);
    }

    private WorkingHours hours(String place) {
        return organizations.current().hoursOf(place);
    }

    private ApprovalRules rules() {
        return organizations.current().approvals();
    }
}
