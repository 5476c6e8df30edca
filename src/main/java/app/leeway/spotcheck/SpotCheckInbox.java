package app.leeway.spotcheck;

import app.leeway.audit.AuditNote;
import app.leeway.audit.AuditTrail;
import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Organizations;
import app.leeway.shared.JsonParts;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** What every verb of looking back has in common. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class SpotCheckInbox {

    /** A look that somebody has in their hands. */
    record Turn(SpotCheckStore store, SpotCheck spotCheck, Instant now) {}

    @Inject SpotCheckStore store;
    @Inject Organizations organizations;
    @Inject Access access;
    @Inject AuditTrail audit;
    @Inject Clock clock;

    /**
     * @return as it is afterwards, for the actor
     * @throws RefusedException NOT_FOUND when there is none for them
     */
    SpotCheck take(Actor actor, UUID id, Consumer<Turn> work) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        SpotCheck spotCheck =
                store.take(id)
                        .filter(found -> isFor(actor, found, now))
                        .orElseThrow(
                                () ->
                                        new RefusedException(
                                                Refusal.NOT_FOUND,
                                                "There is nothing to look at as " + id + "."));
        work.accept(new Turn(store, spotCheck, now));
        return SpotChecks.withNotes(store, store.find(id).orElseThrow(), actor);
    }

    private boolean isFor(Actor actor, SpotCheck spotCheck, Instant now) {
        boolean open =
                !spotCheck.why().equals("sample")
                        || spotCheck.seenAt() != null
                        || spotCheck.drawnAt().isBefore(now.minus(SpotChecks.HEAD_START));
        return spotCheck.isOf(actor.personId()) || open && access.sees(actor, spotCheck.place());
    }

    /**
     * @throws RefusedException NOT_ALLOWED for the actor's own gesture, or their own manager's;
     *     WRONG_STATE when somebody has looked already
     */
    void mustLook(Actor actor, SpotCheck spotCheck) {
        access.requireManages(actor, spotCheck.place());
        if (spotCheck.isOf(actor.personId())) {
            throw new RefusedException(
                    Refusal.NOT_ALLOWED, "Somebody else looks at your gestures.");
        }
        if (organizations.current().isManagerOf(spotCheck.personId(), actor.at())) {
            throw new RefusedException(
                    Refusal.NOT_ALLOWED, "Somebody else looks at your manager's gestures.");
        }
        boolean waits = spotCheck.state() == SpotCheck.State.WAITING;
        if (!waits
                && !(spotCheck.state() == SpotCheck.State.TALKED
                        && spotCheck.isLookedAtBy(actor.personId()))) {
            throw new RefusedException(
                    Refusal.WRONG_STATE,
                    "It is %s, by %s.".formatted(spotCheck.state().code(), spotCheck.by().name()));
        }
    }

    void note(Actor actor, SpotCheck spotCheck, String what, String about) {
        String after =
                about == null ? null : JsonParts.object().add("about", about).build().toString();
        audit.append(
                List.of(
                        new AuditNote(
                                actor.personId(),
                                "look." + what,
                                spotCheck.id().toString(),
                                null,
                                after)));
    }
}
