package app.leeway.organization;

import java.util.Arrays;
import java.util.Set;

/**
 * The person who acts in this request, as the identity provider and the company file together say.
 *
 * @param personId their row
 * @param user their name in the realm
 * @param name as people say it
 * @param roles of the token or session, not of the company file: what was taken away is gone at
 *     once
 * @param at the unit where they act, and below
 * @param rateMinor what an hour of theirs costs, in minor units; null where none is known
 * @param language sv or en
 * @param secondFactor whether they showed a second factor at this sign-in
 */
public record Actor(
        long personId,
        String user,
        String name,
        Set<Role> roles,
        String at,
        Long rateMinor,
        String language,
        boolean secondFactor) {

    /** With a password alone. */
    public Actor(
            long personId,
            String user,
            String name,
            Set<Role> roles,
            String at,
            Long rateMinor,
            String language) {
        this(personId, user, name, roles, at, rateMinor, language, false);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** A steward keeps rules, not what others gave. */
    public boolean seesGestures() {
        return isAnyOf(Role.STAFF, Role.MANAGER, Role.LEADER, Role.AUDITOR);
    }

    public boolean isAnyOf(Role... anyOf) {
        return Arrays.stream(anyOf).anyMatch(this::is);
    }
}
