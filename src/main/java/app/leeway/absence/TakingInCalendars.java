package app.leeway.absence;

import app.leeway.audit.AuditNote;
import app.leeway.audit.AuditTrail;
import app.leeway.organization.Actor;
import app.leeway.organization.Organizations;
import app.leeway.organization.Person;
import app.leeway.shared.JsonParts;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Makes somebody's absences those of their calendar; what they made by hand stays. What they
 * withdrew does not come back, and a stand-in stays with an event that moves.
 */
@ApplicationScoped
class TakingInCalendars {

    private static final Duration USUAL_PAUSE = Duration.ofHours(4);

    @Inject AbsenceStore absences;
    @Inject CalendarStore calendars;
    @Inject Organizations organizations;
    @Inject AuditTrail audit;
    @Inject Clock clock;

    /** Of a file that was brought. */
    @Transactional
    int takingIn(Actor actor, byte[] file) {
        return replace(actor.personId(), file);
    }

    /** Of an address that was just fetched from, and will be again. */
    @Transactional
    int subscribe(Actor actor, String url, byte[] file) {
        Instant now = now();
        calendars.subscribe(actor.personId(), url, now.plus(USUAL_PAUSE), now);
        return replace(actor.personId(), file);
    }

    /** What the calendar said stays, without being read again. */
    @Transactional
    void unsubscribe(Actor actor) {
        calendars.forget(actor.personId());
    }

    @Transactional
    Optional<CalendarStore.Due> takeDue() {
        return calendars.take(now(), now().plus(USUAL_PAUSE));
    }

    /**
     * Of a calendar that was due.
     *
     * @return what is wrong with it, a code
     */
    @Transactional
    Optional<String> renew(long personId, byte[] file) {
        try {
            replace(personId, file);
            calendars.outcome(personId, null, now());
            return Optional.empty();
        } catch (RefusedException wrong) {
            String code = wrong.violations().get(0).code();
            calendars.outcome(personId, code, null);
            return Optional.of(code);
        }
    }

    @Transactional
    void fail(long personId, String problem) {
        calendars.outcome(personId, problem, null);
    }

    @Transactional
    CalendarStatus status(Actor actor) {
        return calendars.status(actor.personId());
    }

    private int replace(long personId, byte[] file) {
        Instant now = now();
        List<AwayTime> times = CalendarFile.timesAway(file, now, home(personId));
        absences.waitForOthers();
        int changed = calendars.replace(personId, times, now);
        if (changed > 0) {
            String after = JsonParts.object().add("changed", changed).build().toString();
            audit.append(
                    List.of(
                            new AuditNote(
                                    null,
                                    "absence.calendar-read",
                                    "person:" + personId,
                                    null,
                                    after)));
        }
        return times.size();
    }

    private ZoneId home(long personId) {
        return organizations
                .current()
                .person(personId)
                .map(Person::at)
                .map(organizations.current()::zoneOf)
                .orElseThrow();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
