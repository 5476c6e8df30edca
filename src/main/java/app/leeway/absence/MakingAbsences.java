package app.leeway.absence;

import app.leeway.audit.AuditTrail;
import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Organization;
import app.leeway.organization.Organizations;
import app.leeway.organization.Person;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Somebody says that they will be away, or that somebody whom they manage is. */
@ApplicationScoped
public class MakingAbsences {

    private static final Duration LONGEST = Duration.ofDays(400);

    /**
     * What is asked for.
     *
     * @param user who is away; null: whoever says so
     * @param standIn user name; null: nobody yet
     */
    public record Asked(String user, Instant from, Instant until, String standIn) {}

    @Inject Organizations organizations;
    @Inject Access access;
    @Inject AbsenceStore absences;
    @Inject AuditTrail audit;
    @Inject TellingStandIns telling;
    @Inject Clock clock;

    /**
     * @param id made by the caller
     * @throws RefusedException INVALID with what is wrong; NOT_ALLOWED or OUTSIDE_YOUR_AREA for
     *     somebody whom the actor does not manage
     */
    @Transactional
    public Absence add(Actor actor, UUID id, Asked asked) {
        Organization organization = organizations.current();
        Person person = person(actor, asked.user(), organization);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        check(asked, now);
        absences.waitForOthers();
        Absence bare =
                new Absence(
                        id,
                        person.id(),
                        asked.from(),
                        asked.until(),
                        null,
                        false,
                        actor.personId(),
                        now);
        List<Absence> others = absences.overlapping(asked.from(), asked.until());
        Long standIn = new StandIns(organization, others).standIn(asked.standIn(), bare);
        Absence absence = with(standIn, bare);
        absences.add(absence);
        telling.tell(absence);
        audit.append(List.of(AbsenceNotes.note(actor.personId(), "absence.made", null, absence)));
        return absence;
    }

    static Absence with(Long standIn, Absence absence) {
        return new Absence(
                absence.id(),
                absence.personId(),
                absence.from(),
                absence.until(),
                standIn,
                absence.fromCalendar(),
                absence.madeBy(),
                absence.madeAt());
    }

    private Person person(Actor actor, String user, Organization organization) {
        if (user == null || user.equals(actor.user())) {
            return organization.person(actor.personId()).orElseThrow();
        }
        Person person =
                organization
                        .person(user)
                        .orElseThrow(
                                () ->
                                        new RefusedException(
                                                Refusal.NOT_FOUND,
                                                "There is nobody '" + user + "'."));
        access.requireManages(actor, person.at());
        return person;
    }

    private static void check(Asked asked, Instant now) {
        if (!asked.until().isAfter(asked.from())) {
            throw RefusedException.invalid(
                    "until", "not-after", "An absence ends after it begins.");
        }
        if (!asked.until().isAfter(now)) {
            throw RefusedException.invalid("until", "in-the-past", "That absence is over already.");
        }
        if (Duration.between(asked.from(), asked.until()).compareTo(LONGEST) > 0) {
            throw RefusedException.invalid(
                    "until", "too-long", "An absence lasts 400 days at most.");
        }
    }
}
