package app.leeway.approval;

import app.leeway.gesture.GestureDetail;
import app.leeway.gesture.Gestures;
import app.leeway.gesture.Granted;
import app.leeway.gesture.GrantingGestures;
import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Organizations;
import app.leeway.organization.VisibleScope;
import app.leeway.organization.identity.Presence;
import app.leeway.shared.Money;
import app.leeway.shared.RefusedException;
import app.leeway.shared.jdbc.Conditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Exceptions as people and machines look at them: always within what they may see. */
@ApplicationScoped
public class LookingAtApprovals {

    /** Where a list goes on: after this exception, the most urgent first. */
    public record Place(boolean waiting, Instant dueAt, UUID id) {

        public static Place of(ApprovalCard card) {
            return new Place(card.waitingMinutes() != null, card.dueAt(), card.id());
        }
    }

    @Inject Jdbi jdbi;

    @Inject Organizations organizations;

    @Inject Access access;

    @Inject Approvals approvals;

    @Inject Routings routings;

    @Inject Deciding deciding;

    @Inject Gestures gestures;

    @Inject GrantingGestures granting;

    @Inject Presence presence;

    /**
     * A page of exceptions: those where a customer waits first, then those that are due first.
     *
     * @param after where the page before ended; null for the first
     */
    @Transactional
    public List<ApprovalCard> list(ApprovalFilter filter, Actor actor, Place after, int limit) {
        Conditions query = query(filter, actor);
        if (after != null) {
            query.bind("served", !after.waiting())
                    .bind("dueAt", after.dueAt())
                    .and(
                            "(" + ApprovalReading.URGENT + ") > (:served, :dueAt, :id)",
                            "id",
                            after.id());
        }
        return reading().cards(query, limit);
    }

    /** How many match. */
    @Transactional
    public long count(ApprovalFilter filter, Actor actor) {
        Conditions query = query(filter, actor);
        return jdbi.withHandle(
                handle ->
                        query.bindTo(
                                        handle.createQuery(
                                                "SELECT count(*) FROM approval a" + query.where()))
                                .mapTo(Long.class)
                                .one());
    }

    private Conditions query(ApprovalFilter filter, Actor actor) {
        Conditions query = ApprovalQuery.of(filter, organizations.current());
        switch (filter.view()) {
            case DECIDE -> ApprovalQuery.decidedBy(actor.personId(), routings.remits(actor), query);
            case ASKED -> query.and("a.requester_id = :asker", "asker", actor.personId());
            case ALL -> ApprovalQuery.seenBy(access.reach(actor), query);
        }
        return query;
    }

    /**
     * @throws RefusedException NOT_FOUND when there is none, or none for whoever asks
     */
    @Transactional
    public ApprovalDetail get(UUID id, Actor actor) {
        Approval approval = approvals.look(id).orElseThrow(() -> Deciding.none(id));
        Deciding.Turn turn = deciding.turn(approval, actor);
        if (!deciding.sees(turn.standpoint(), approval, actor)) {
            throw Deciding.none(id);
        }
        ApprovalReading reading = reading();
        GestureDetail facts = gestures.get(id, new VisibleScope(true, Set.of(), actor.personId()));
        boolean open = approval.state().isOpen();
        List<Decider> could = open ? turn.routing().deciders(approval.about()) : List.of();
        return new ApprovalDetail(
                reading.card(id),
                facts,
                open ? afterYes(approval) : null,
                could,
                presence.present(could.stream().map(d -> d.person().id()).toList()),
                open
                        ? ApprovalNotifications.addressed(approval, turn.routing()).toList()
                        : List.of(),
                approval.approvalsNeeded(),
                reading.said(approval.firstYes()),
                reading.said(approval.decided()),
                approval.reasonCode(),
                approval.restOf(),
                reading.replacedBy(id),
                reading.rest(id),
                reading.log(id),
                turn.standpoint().possible(turn.now()),
                turn.standpoint().impossible(turn.now()));
    }

    /**
     * Who may decide exceptions now, nearest first; nobody for those that have ended.
     *
     * @param ids of their gestures
     */
    @Transactional
    public Map<UUID, List<Decider>> deciders(List<UUID> ids) {
        List<Approval> open =
                approvals.look(ids).stream().filter(approval -> approval.state().isOpen()).toList();
        Routing routing = routings.about(open.stream().map(a -> a.about().customerId()).toList());
        return open.stream()
                .collect(Collectors.toMap(a -> a.id(), a -> routing.deciders(a.about())));
    }

    private Granted afterYes(Approval approval) {
        String currency = organizations.current().company().currency();
        return granting.foresee(approval.id(), Money.of(approval.about().amountMinor(), currency));
    }

    private ApprovalReading reading() {
        return new ApprovalReading(jdbi, organizations.current());
    }
}
