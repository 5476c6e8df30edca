package app.leeway.approval;

import app.leeway.gesture.Answer;
import app.leeway.gesture.ApprovalRequest;
import app.leeway.gesture.ApproverLookup;
import app.leeway.organization.Organizations;
import app.leeway.organization.identity.Presence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Requests are routed once: the requester is told who will decide, and what waits gets its
 * exception in the transaction that writes the gesture, many at a time.
 */
@ApplicationScoped
class AddressingExceptions implements ApproverLookup {

    @Inject Approvals approvals;

    @Inject Routings routings;

    @Inject Organizations organizations;

    @Inject Presence presence;

    @Inject ApprovalDeadlines alarms;

    @Inject DeadlinePolicy clockwork;

    @Inject ApprovalNotifications words;

    @Inject Event<ApprovalsChanged> changed;

    /** A request, its exception that is not kept yet, and who may decide it. */
    record Asked(ApprovalRequest request, Approval approval, List<Decider> deciders) {}

    @Override
    @Transactional(TxType.MANDATORY)
    public Routed route(List<ApprovalRequest> requests) {
        if (requests.isEmpty()) {
            return new Answered(List.of(), Set.of());
        }
        Routing routing =
                routings.about(requests.stream().map(ApprovalRequest::customerId).toList());
        List<Asked> asked = requests.stream().map(request -> asked(request, routing)).toList();
        return new Answered(
                asked,
                presence.present(
                        asked.stream()
                                .filter(one -> one.request.waits())
                                .flatMap(one -> one.deciders.stream())
                                .map(decider -> decider.person().id())
                                .collect(Collectors.toSet())));
    }

    private Asked asked(ApprovalRequest request, Routing routing) {
        List<Decider> deciders = routing.deciders(ApprovalSubject.of(request));
        Approval approval =
                Approval.asked(
                        request,
                        organizations.current().approvals().approvalsNeeded(request.cost().minor()),
                        clockwork.due(
                                request.place(), request.customerWaiting(), request.askedAt()),
                        Decider.areLeadership(deciders));
        return new Asked(request, approval, deciders);
    }

    private final class Answered implements Routed {

        private final Map<UUID, Asked> asked = new LinkedHashMap<>();
        private final Set<Long> present;

        Answered(List<Asked> all, Set<Long> present) {
            all.forEach(one -> asked.put(one.request.id(), one));
            this.present = present;
        }

        @Override
        public Answer.Addressed to(UUID gesture) {
            Asked one = asked.get(gesture);
            return one == null ? null : answer(one);
        }

        private Answer.Addressed answer(Asked one) {
            ApprovalRequest request = one.request;
            return new Answer.Addressed(
                    ApprovalNotifications.addressed(one.approval, one.deciders)
                            .map(decider -> decider.person().user())
                            .toList(),
                    one.approval.dueAt(),
                    request.fallback(),
                    request.fallback() == null ? null : request.cost().minus(request.fallback()),
                    one.deciders.stream().map(this::candidate).toList(),
                    one.approval.leadership());
        }

        private Answer.Candidate candidate(Decider decider) {
            return new Answer.Candidate(
                    decider.person().user(),
                    decider.person().name(),
                    decider.person().at(),
                    present.contains(decider.person().id()),
                    decider.standsInFor() == null
                            ? null
                            : new Answer.Absentee(
                                    decider.standsInFor().user(), decider.standsInFor().name()));
        }

        @Override
        public void open() {
            List<Asked> waiting =
                    asked.values().stream().filter(one -> one.request.waits()).toList();
            if (!waiting.isEmpty()) {
                keep(waiting);
            }
        }
    }

    private void keep(List<Asked> waiting) {
        List<Approval> kept = waiting.stream().map(Asked::approval).toList();
        approvals.add(kept);
        alarms.set(kept.stream().flatMap(a -> clockwork.alarms(a, a.askedAt()).stream()).toList());
        words.asked(waiting);
        changed.fire(
                new ApprovalsChanged(
                        kept.stream().map(a -> a.id()).collect(Collectors.toSet()),
                        kept.stream().map(a -> a.about().place()).collect(Collectors.toSet()),
                        kept.stream()
                                .map(a -> a.about().requesterId())
                                .collect(Collectors.toSet())));
    }
}
