package app.leeway.absence;

import app.leeway.audit.AuditNote;
import app.leeway.audit.AuditTrail;
import app.leeway.organization.Actor;
import app.leeway.organization.Organizations;
import app.leeway.organization.Person;
import app.leeway.shared.JsonParts;
import app.leeway.shared.RefusedException;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Makes somebody's absences those of their calendar; what they made by hand stays. What they
 * withdrew does not come back, and a stand-in stays with an event that moves.
 */
@ApplicationScoped
class TakingInCalendars {

    private static final Duration USUAL_PAUSE = Duration.ofHours(4);

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @Inject Organizations organizations;
    @Inject AuditTrail audit;
    @Inject Clock clock;

    /** Of a file that was brought. */
    @Transactional
    int takingIn(Actor actor, byte[] file) {
        return within(connection -> replace(connection, actor.personId(), file));
    }

    /** Of an address that was just fetched from, and will be again. */
    @Transactional
    int subscribe(Actor actor, String url, byte[] file) {
        return within(
                connection -> {
                    Instant now = now();
                    CalendarStore.subscribe(
                            connection, actor.personId(), url, now.plus(USUAL_PAUSE), now);
                    return replace(connection, actor.personId(), file);
                });
    }

    /** What the calendar said stays, without being read again. */
    @Transactional
    int unsubscribe(Actor actor) {
        return within(
                connection -> {
                    CalendarStore.forget(connection, actor.personId());
                    return 0;
                });
    }

    @Transactional
    Optional<CalendarStore.Due> takeDue() {
        return within(connection -> CalendarStore.take(connection, now(), now().plus(USUAL_PAUSE)));
    }

    /**
     * Of a calendar that was due.
     *
     * @return what is wrong with it, a code
     */
    @Transactional
    Optional<String> renew(long personId, byte[] file) {
        return within(
                connection -> {
                    try {
                        replace(connection, personId, file);
                        CalendarStore.outcome(connection, personId, null, now());
                        return Optional.empty();
                    } catch (RefusedException wrong) {
                        String code = wrong.violations().get(0).code();
                        CalendarStore.outcome(connection, personId, code, null);
                        return Optional.of(code);
                    }
                });
    }

    @Transactional
    void fail(long personId, String problem) {
        within(
                connection -> {
                    CalendarStore.outcome(connection, personId, problem, null);
                    return null;
                });
    }

    @Transactional
    CalendarStatus status(Actor actor) {
        return within(connection -> CalendarStore.status(connection, actor.personId()));
    }

    private int replace(Connection connection, long personId, byte[] file) throws SQLException {
        Instant now = now();
        List<AwayTime> times = CalendarFile.timesAway(file, now, home(personId));
        AbsenceStore.waitForOthers(connection);
        int changed = CalendarStore.replace(connection, personId, times, now);
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

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private <T> T within(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the calendar could not be kept", e);
        }
    }
}
