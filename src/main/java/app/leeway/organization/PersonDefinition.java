package app.leeway.organization;

import java.util.Set;

/**
 * A person as the company file has them.
 *
 * @param user name in the realm
 * @param at code of the unit where they act
 * @param rateMinor cost of an hour in minor units, or null
 */
public record PersonDefinition(
        String user, String name, String at, Set<Role> roles, Long rateMinor) {}
