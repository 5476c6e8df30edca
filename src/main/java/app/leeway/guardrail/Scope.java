package app.leeway.guardrail;

/**
 * What a guardrail is about: everything given must match; null matches anything.
 *
 * @param role code of a role the acting person has
 * @param unit code of an org unit at or below which it happens
 * @param tier the customer's
 * @param moment code of a moment
 */
public record Scope(
        String kind,
        String category,
        String role,
        String unit,
        String tier,
        String touchpoint,
        String moment,
        Boolean outreach) {}
