package app.leeway.approval;

import app.leeway.organization.Person;

/**
 * Somebody who may decide an exception.
 *
 * @param standsInFor whom they stand in for; null: they decide as themselves
 * @param step 0 for the nearest; it comes to them when it has been brought so far up
 * @param leadership whether only because nobody else may
 */
public record Decider(Person person, Person standsInFor, int step, boolean leadership) {

    Long forId() {
        return standsInFor == null ? null : standsInFor.id();
    }
}
