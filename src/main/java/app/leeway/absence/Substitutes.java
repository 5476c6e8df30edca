package app.leeway.absence;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who is away at one moment, and who stands in for them. Whoever is away themselves hands on to
 * their own stand-in; a chain that leads back to where it began leads to nobody. Pure.
 */
public final class Substitutes {

    /** Everybody is there. */
    public static final Substitutes NONE = new Substitutes(Map.of());

    private final Map<Long, Optional<Long>> away;

    private Substitutes(Map<Long, Optional<Long>> away) {
        this.away = away;
    }

    static Substitutes of(Collection<Absence> absences, Instant at) {
        Map<Long, Absence> weightiest = new HashMap<>();
        Set<Long> people = new HashSet<>();
        for (Absence absence : absences) {
            if (!absence.isInForce(at)) {
                continue;
            }
            people.add(absence.personId());
            if (absence.standInId() != null) {
                weightiest.merge(
                        absence.personId(), absence, (one, two) -> two.outweighs(one) ? two : one);
            }
        }
        Map<Long, Optional<Long>> away = new HashMap<>();
        people.forEach(
                person ->
                        away.put(
                                person,
                                Optional.ofNullable(weightiest.get(person))
                                        .map(Absence::standInId)));
        return new Substitutes(away);
    }

    public boolean isAway(long personId) {
        return away.containsKey(personId);
    }

    /**
     * Who decides in somebody's place: the first in the chain of stand-ins who is there.
     *
     * @return empty when the person is there, or when nobody is
     */
    public Optional<Long> standInOf(long personId) {
        Set<Long> seen = new LinkedHashSet<>();
        Optional<Long> next = Optional.of(personId);
        while (next.isPresent() && isAway(next.get())) {
            if (!seen.add(next.get())) {
                return Optional.empty();
            }
            next = away.get(next.get());
        }
        return next.filter(found -> found != personId);
    }

    /** For whom somebody decides now, beside themselves; nobody while they are away. */
    public Set<Long> standingInFor(long personId) {
        Set<Long> absent = new HashSet<>();
        away.keySet().stream()
                .filter(person -> standInOf(person).filter(s -> s == personId).isPresent())
                .forEach(absent::add);
        return absent;
    }
}
