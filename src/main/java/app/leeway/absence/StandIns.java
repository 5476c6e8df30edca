package app.leeway.absence;

import app.leeway.organization.Organization;
import app.leeway.organization.Person;
import app.leeway.organization.Role;
import app.leeway.shared.RefusedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may stand in for whom. Pure. */
final class StandIns {

    private static final String FIELD = "standIn";

    private final Organization organization;
    private final List<Absence> others;

    /**
     * @param others absences that overlap the one in question
     */
    StandIns(Organization organization, List<Absence> others) {
        this.organization = organization;
        this.others = others;
    }

    /**
     * @param user name of the stand-in; null: nobody yet
     * @return their key, or null
     * @throws RefusedException INVALID when they cannot
     */
    Long standIn(String user, Absence absence) {
        if (user == null) {
            return null;
        }
        Person person =
                organization
                        .person(user)
                        .orElseThrow(
                                () -> wrong("unknown-person", "There is nobody '" + user + "'."));
        if (person.id() == absence.personId()) {
            throw wrong("themselves", "Nobody stands in for themselves.");
        }
        if (!person.roles().contains(Role.MANAGER)) {
            throw wrong(
                    "not-a-manager", person.name() + " is no manager, and could decide nothing.");
        }
        List<Long> circle =
                circle(
                        absence.personId(),
                        person.id(),
                        absence.from(),
                        absence.until(),
                        new ArrayList<>(List.of(absence.personId())));
        if (!circle.isEmpty()) {
            String names = circle.stream().map(this::name).collect(Collectors.joining(" > "));
            throw wrong("cycle", "They would stand in for each other at the same time: " + names);
        }
        return person.id();
    }

    /** The way from the absent person back to them, as far as their absences meet in time. */
    private List<Long> circle(long absent, long next, Instant from, Instant until, List<Long> way) {
        way.add(next);
        if (next == absent) {
            return way;
        }
        Set<Long> tried = new HashSet<>();
        for (Absence other : others) {
            if (other.personId() != next
                    || other.standInId() == null
                    || !other.overlaps(from, until)
                    || way.subList(1, way.size()).contains(other.standInId())
                    || !tried.add(other.standInId())) {
                continue;
            }
            List<Long> found =
                    circle(
                            absent,
                            other.standInId(),
                            later(from, other.from()),
                            earlier(until, other.until()),
                            new ArrayList<>(way));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static Instant later(Instant one, Instant two) {
        return one.isAfter(two) ? one : two;
    }

    private static Instant earlier(Instant one, Instant two) {
        return one.isBefore(two) ? one : two;
    }

    private String name(long personId) {
        return organization.person(personId).map(Person::name).orElse("somebody");
    }

    private static RefusedException wrong(String code, String message) {
        return RefusedException.invalid(FIELD, code, message);
    }
}
