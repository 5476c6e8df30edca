package app.leeway.absence;

import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Organizations;
import app.leeway.organization.Person;
import app.leeway.organization.Role;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** An absence that the actor may change: their own, or that of somebody whom they manage. */
@ApplicationScoped
class MyAbsence {

    @Inject Organizations organizations;
    @Inject Access access;
    @Inject AbsenceStore absences;

    /**
     * @throws RefusedException NOT_FOUND where there is none that the actor may change; WRONG_STATE
     *     when it is over
     */
    Absence find(Actor actor, UUID id, Instant now) {
        Absence absence =
                absences.find(id)
                        .filter(found -> isOf(actor, found))
                        .orElseThrow(
                                () ->
                                        new RefusedException(
                                                Refusal.NOT_FOUND,
                                                "There is no absence " + id + "."));
        if (!absence.until().isAfter(now)) {
            throw new RefusedException(Refusal.WRONG_STATE, "That absence is over.");
        }
        return absence;
    }

    private boolean isOf(Actor actor, Absence absence) {
        return absence.personId() == actor.personId()
                || actor.is(Role.MANAGER)
                        && organizations
                                .current()
                                .person(absence.personId())
                                .map(Person::at)
                                .filter(place -> access.sees(actor, place))
                                .isPresent();
    }
}
