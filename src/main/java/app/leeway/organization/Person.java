package app.leeway.organization;

import java.util.Set;

/**
 * Somebody of the company, as the company file has them.
 *
 * @param at the unit where they act, and below
 * @param rateMinor cost of an hour in minor units; null where none is known
 * @param language their choice, or null
 */
public record Person(
        long id,
        String user,
        String sub,
        String name,
        String at,
        Set<Role> roles,
        Long rateMinor,
        String language) {}
