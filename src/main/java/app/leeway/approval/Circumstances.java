package app.leeway.approval;

import app.leeway.absence.Substitutes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What keeps people from deciding at this moment, beside the organization. Immutable.
 *
 * @param relations customers by the person who has declared a relation to them
 * @param substitutes who is away, and who stands in for them
 */
record Circumstances(Map<Long, Set<Long>> relations, Substitutes substitutes) {

    static final Circumstances NONE = new Circumstances(Map.of(), Substitutes.NONE);

    Circumstances {
        Map<Long, Set<Long>> copy = new HashMap<>();
        relations.forEach((person, customers) -> copy.put(person, new HashSet<>(customers)));
        relations = copy;
    }

    boolean isRelated(long personId, Long customerId) {
        return customerId != null
                && relations.getOrDefault(personId, Set.of()).contains(customerId);
    }
}
