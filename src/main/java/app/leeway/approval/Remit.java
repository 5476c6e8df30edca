package app.leeway.approval;

import app.leeway.organization.Authority;
import java.util.Set;

/**
 * A part of what somebody may decide, in the form of a query's condition.
 *
 * @param units codes of the units whose exceptions they decide
 * @param upTo what one decision may grant; null: whatever nobody but leaders may decide
 * @param notOf keys of requesters whose exceptions they never decide, beside their own
 */
record Remit(Set<String> units, Authority upTo, Set<Long> notOf) {

    boolean isLeadership() {
        return upTo == null;
    }
}
