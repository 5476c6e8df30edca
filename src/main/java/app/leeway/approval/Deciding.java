package app.leeway.approval;

import app.leeway.audit.AuditTrail;
import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Organization;
import app.leeway.organization.Organizations;
import app.leeway.organization.Person;
import app.leeway.organization.identity.SecondFactor;
import app.leeway.shared.JsonParts;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What every verb has in common: the exception is taken, whoever comes is looked at, and what
 * became of it is kept, noted and told. The first decision wins, and whoever comes after it is told
 * whose it was.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class Deciding {

    /** An exception that somebody has in their hands, and who they are to it. */
    record Turn(Approval approval, Eligibility standpoint, Routing routing, Instant now) {}

    @Inject Approvals approvals;

    @Inject Routings routings;

    @Inject Organizations organizations;

    @Inject ApprovalDeadlines alarms;

    @Inject DeadlinePolicy clockwork;

    @Inject Access access;

    @Inject SecondFactor secondFactor;

    @Inject AuditTrail audit;

    @Inject Clock clock;

    @Inject Event<ApprovalsChanged> changed;

    /**
     * @param version as the caller has seen it; null: whatever it is
     * @throws RefusedException NOT_FOUND when there is none, or none for them; CHANGED_MEANWHILE
     *     for another version; NOT_ALLOWED or OUTSIDE_YOUR_AREA when the verb is not theirs;
     *     WRONG_STATE, with what is possible instead, when it is not the time for it;
     *     STEP_UP_NEEDED for a yes to so much without a second factor
     */
    Turn begin(Action verb, UUID id, Integer version, Actor actor) {
        Approval approval = approvals.take(id).orElseThrow(() -> none(id));
        Turn turn = turn(approval, actor);
        if (!sees(turn.standpoint(), approval, actor)) {
            throw none(id);
        }
        if (version != null && version != approval.version()) {
            throw new RefusedException(
                    Refusal.CHANGED_MEANWHILE,
                    "you saw version " + version + ", and by now it is " + approval.version());
        }
        turn.standpoint()
                .impediment(verb, turn.now())
                .ifPresent(
                        why -> {
                            throw refused(turn, why);
                        });
        if (verb.grants()) {
            requireSecondFactor(approval.about().amountMinor(), actor);
        }
        return turn;
    }

    /**
     * @param amountMinor what somebody says yes to at once
     * @throws RefusedException STEP_UP_NEEDED when the company wants a second factor for so much
     */
    void requireSecondFactor(long amountMinor, Actor actor) {
        if (organizations.current().approvals().needsSecondFactor(amountMinor)) {
            secondFactor.require(actor);
        }
    }

    Turn turn(Approval approval, Actor actor) {
        Routing routing = routings.about(Collections.singletonList(approval.about().customerId()));
        return new Turn(approval, new Eligibility(actor, approval, routing), routing, now());
    }

    boolean sees(Eligibility standpoint, Approval approval, Actor actor) {
        return standpoint.isRequester()
                || standpoint.decider().isPresent()
                || access.sees(actor, approval.about().place());
    }

    /**
     * Keeps what became of it, with its event: before its gesture is moved, so that what follows
     * the gesture finds it decided.
     */
    void keep(Approval approval, ApprovalEvent happening) {
        Instant now = now();
        boolean clockWasSet = approvals.save(approval, happening, now);
        if (clockWasSet) {
            alarms.clear(approval.id());
            alarms.set(clockwork.alarms(approval, now));
        }
    }

    /**
     * Notes it in the record: after its gesture is moved, since the end of the record is taken last
     * of all.
     */
    void note(Approval approval, ApprovalEvent happening, String noted) {
        audit.append(List.of(ApprovalNotes.note(approval, happening, noted)));
        changed.fire(
                new ApprovalsChanged(
                        Set.of(approval.id()),
                        Set.of(approval.about().place()),
                        Set.of(approval.about().requesterId())));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static RefusedException none(UUID id) {
        return new RefusedException(Refusal.NOT_FOUND, "there is no exception " + id + " for you");
    }

    private RefusedException refused(Turn turn, Denial why) {
        JsonArrayBuilder possible = JsonParts.array();
        turn.standpoint().possible(turn.now()).forEach(verb -> possible.add(verb.code()));
        JsonObjectBuilder more =
                JsonParts.object().add("why", why.code()).add("possible", possible);
        Approval approval = turn.approval();
        if (why.refusal() != Refusal.WRONG_STATE) {
            return new RefusedException(why.refusal(), why.words()).with(more.build());
        }
        String words = why.words();
        Signature said = said(approval);
        if (said != null) {
            more.add("decision", decision(approval, said));
            words += ", by " + name(said.byId()) + " at " + said.at();
        }
        return new RefusedException(why.refusal(), words).with(more.build());
    }

    /** Whose word it is that stands: a decision, or an offer. */
    private static Signature said(Approval approval) {
        boolean offered = approval.state() == ApprovalState.COUNTERED;
        return offered ? approval.offer().by() : approval.decided();
    }

    private JsonObject decision(Approval approval, Signature said) {
        JsonObjectBuilder decision =
                JsonParts.object()
                        .add("state", approval.state().code())
                        .add("at", said.at().toString());
        Organization organization = organizations.current();
        organization
                .person(said.byId())
                .ifPresent(by -> decision.add("user", by.user()).add("name", by.name()));
        return decision.build();
    }

    private String name(long personId) {
        return organizations.current().person(personId).map(Person::name).orElse("somebody");
    }
}
