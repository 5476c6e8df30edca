package app.leeway.approval;

import app.leeway.gesture.ExceptionsOpened;
import app.leeway.organization.Organization;
import app.leeway.organization.Organizations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.stream.Collectors;

/** What waits gets its exception in the transaction that writes the gesture, many at a time. */
@ApplicationScoped
class OpeningApprovals {

    @Inject Approvals approvals;

    @Inject Routings routings;

    @Inject Organizations organizations;

    @Inject Alarms alarms;

    @Inject Clockwork clockwork;

    @Inject WordsOfApprovals words;

    @Inject Event<ApprovalsChanged> changed;

    @Transactional(TxType.MANDATORY)
    void open(@Observes ExceptionsOpened opened) {
        List<Approval> asked = opened.exceptions().stream().map(this::approval).toList();
        Routing routing = routings.about(asked.stream().map(a -> a.about.customerId()).toList());
        asked.forEach(a -> a.leadership = isForLeadership(routing.deciders(a.about)));
        approvals.add(asked);
        alarms.set(asked.stream().flatMap(a -> clockwork.alarms(a, a.askedAt).stream()).toList());
        words.asked(asked, routing);
        changed.fire(
                new ApprovalsChanged(
                        asked.stream().map(a -> a.id).collect(Collectors.toSet()),
                        asked.stream().map(a -> a.about.place()).collect(Collectors.toSet()),
                        asked.stream()
                                .map(a -> a.about.requesterId())
                                .collect(Collectors.toSet())));
    }

    /** Leaders decide, or nobody can at all. */
    static boolean isForLeadership(List<Decider> deciders) {
        return deciders.stream().allMatch(Decider::leadership);
    }

    /** What is not kept yet. */
    Approval approval(ExceptionsOpened.Opened opened) {
        Organization organization = organizations.current();
        Approval approval =
                new Approval(
                        opened.id(),
                        new Case(
                                opened.place(),
                                opened.category(),
                                opened.cost().minor(),
                                opened.requesterId(),
                                opened.customerId()),
                        opened.site(),
                        opened.kind(),
                        opened.askedAt(),
                        opened.restOf(),
                        organization.approvals().approvalsNeeded(opened.cost().minor()));
        approval.waitingMinutes = opened.customerWaiting();
        approval.fallbackMinor = opened.fallback() == null ? null : opened.fallback().minor();
        approval.dueAt = clockwork.due(opened.place(), opened.customerWaiting(), opened.askedAt());
        return approval;
    }
}
