package app.leeway.absence;

import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Organization;
import app.leeway.organization.Organizations;
import app.leeway.organization.Role;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** Who is away and who stands in for them: for those who decide by it, and for those concerned. */
@ApplicationScoped
public class Absences {

    /** How far ahead the start page looks. */
    private static final Duration AHEAD = Duration.ofDays(28);

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @Inject Organizations organizations;
    @Inject Access access;
    @Inject Clock clock;

    /** Of the whole company at one moment. */
    @Transactional // or the connection stays with the request: see CompanyRevision
    public Substitutes at(Instant at) {
        return Substitutes.of(read(connection -> AbsenceStore.inForce(connection, at)), at);
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
        List<Absence> notOver = read(connection -> AbsenceStore.notOver(connection, now));
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
        return read(connection -> AbsenceStore.notOver(connection, now)).stream()
                .filter(absence -> absence.personId() == actor.personId())
                .filter(absence -> absence.standInId() == null)
                .filter(absence -> absence.from().isBefore(now.plus(AHEAD)))
                .findFirst();
    }

    private interface Reading {
        List<Absence> of(Connection connection) throws SQLException;
    }

    private List<Absence> read(Reading reading) {
        try (Connection connection = database.getConnection()) {
            return reading.of(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("who is away could not be read", e);
        }
    }
}
