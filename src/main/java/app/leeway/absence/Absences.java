package app.leeway.absence;

import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Organization;
import app.leeway.organization.Organizations;
import app.leeway.organization.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who is away and who stands in for them: for those who decide by it, and for those concerned. */
@ApplicationScoped
public class Absences {

    /** How far ahead the start page looks. */
    private static final Duration AHEAD = Duration.ofDays(28);

    @Inject Organizations organizations;
    @Inject Access access;
    @Inject Clock clock;
    @Inject AbsenceStore absences;

    /** Of the whole company at one moment. */
    @Transactional // or the connection stays with the request: see CompanyRevision
    public Substitutes at(Instant at) {
        return Substitutes.of(absences.inForce(at), at);
    }

    public boolean isAway(long personId, Instant at) {
        return at(at).isAway(personId);
    }

    /** For whom somebody decides then, beside themselves. */
    public Set<Long> standingInFor(long personId, Instant at) {
        return at(at).standingInFor(personId);
    }

    /**
     * Those that are not over: the actor's own, those in which they stand in, and those of the
     * people whom they manage.
     */
    @Transactional
    public List<Absence> concerning(Actor actor) {
        Instant now = clock.instant();
        List<Absence> notOver = absences.notOver(now);
        Organization organization = organizations.current();
        return notOver.stream()
                .filter(
                        absence ->
                                absence.personId() == actor.personId()
                                        || isStandIn(actor, absence)
                                        || sees(actor, absence, organization))
                .toList();
    }

    private static boolean isStandIn(Actor actor, Absence absence) {
        return absence.standInId() != null && absence.standInId() == actor.personId();
    }

    private boolean sees(Actor actor, Absence absence, Organization organization) {
        return actor.is(Role.AUDITOR)
                || actor.is(Role.MANAGER)
                        && organization
                                .person(absence.personId())
                                .filter(person -> access.sees(actor, person.at()))
                                .isPresent();
    }

    /** The actor's next absence within four weeks in which nobody stands in for them. */
    @Transactional
    public Optional<Absence> unattended(Actor actor) {
        Instant now = clock.instant();
        return absences.notOver(now).stream()
                .filter(absence -> absence.personId() == actor.personId())
                .filter(absence -> absence.standInId() == null)
                .filter(absence -> absence.from().isBefore(now.plus(AHEAD)))
                .findFirst();
    }
}
