package app.leeway.approval;

import app.leeway.gesture.Addressing;
import app.leeway.gesture.Answer;
import app.leeway.gesture.ExceptionsOpened.Opened;
import app.leeway.organization.Presence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Whoever asks is told in the same breath who will decide, and what happens if nobody does. */
@ApplicationScoped
class AddressingExceptions implements Addressing {

    @Inject OpeningApprovals opening;

    @Inject Routings routings;

    @Inject Presence presence;

    @Override
    @Transactional(TxType.MANDATORY)
    public Map<UUID, Answer.Addressed> addressed(List<Opened> exceptions) {
        Routing routing = routings.about(exceptions.stream().map(Opened::customerId).toList());
        Map<UUID, Answer.Addressed> addressed = new HashMap<>();
        Set<Long> people = new HashSet<>();
        Map<UUID, Approval> approvals = new HashMap<>();
        for (Opened opened : exceptions) {
            Approval approval = opening.approval(opened);
            approvals.put(opened.id(), approval);
            routing.deciders(approval.about).forEach(d -> people.add(d.person().id()));
        }
        Set<Long> seen = presence.present(people);
        for (Opened opened : exceptions) {
            addressed.put(
                    opened.id(), addressed(opened, approvals.get(opened.id()), routing, seen));
        }
        return addressed;
    }

    private static Answer.Addressed addressed(
            Opened opened, Approval approval, Routing routing, Set<Long> present) {
        return new Answer.Addressed(
                WordsOfApprovals.addressed(approval, routing).map(d -> d.person().user()).toList(),
                approval.dueAt,
                opened.fallback(),
                opened.fallback() == null ? null : opened.cost().minus(opened.fallback()),
                routing.deciders(approval.about).stream()
                        .map(
                                d ->
                                        new Answer.Candidate(
                                                d.person().user(),
                                                d.person().name(),
                                                d.person().at(),
                                                present.contains(d.person().id()),
                                                d.standsInFor() == null
                                                        ? null
                                                        : new Answer.Absentee(
                                                                d.standsInFor().user(),
                                                                d.standsInFor().name())))
                        .toList(),
                OpeningApprovals.isForLeadership(routing.deciders(approval.about)));
    }
}
