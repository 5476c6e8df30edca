package app.leeway.organization;

import java.util.Set;

/**
 * What somebody sees of what others did: everything, or what happened in some units; always what
 * they did themselves.
 *
 * @param everything whether no unit limits it
 * @param units codes, retired ones too; empty when everything is seen or nothing of others is
 * @param personId whose own doings are seen wherever they were
 */
public record VisibleScope(boolean everything, Set<String> units, long personId) {

    public VisibleScope {
        units = Set.copyOf(units);
    }

    /** Whether something that a person did at a place is seen. */
    public boolean covers(String place, long byPersonId) {
        return everything || byPersonId == personId || units.contains(place);
    }
}
