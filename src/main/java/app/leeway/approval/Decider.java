package app.leeway.approval;

import app.leeway.organization.Person;
import java.util.List;

/**
 * Somebody who may decide an exception.
 *
 * @param standsInFor whom they stand in for; null: they decide as themselves
 * @param step 0 for the nearest; it comes to them when it has been brought so far up
 * @param leadership whether only because nobody else may
 */
public record Decider(Person person, Person standsInFor, int step, boolean leadership) {

    /** Whether leaders decide, or nobody can at all. */
    static boolean areLeadership(List<Decider> deciders) {
        return deciders.stream().allMatch(Decider::leadership);
    }

    Long forId() {
        return standsInFor == null ? null : standsInFor.id();
    }
}
