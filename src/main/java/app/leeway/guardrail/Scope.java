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
        Boolean outreach) {

    /** Anything at all. */
    public static final Scope ANYTHING = new Scope(null, null, null, null, null, null, null, null);

    /** Whether the proposal is what the guardrail is about. */
    public boolean matches(Proposal proposal) {
        return (kind == null || kind.equals(proposal.kind()))
                && (category == null || category.equals(proposal.category()))
                && (outreach == null || outreach == proposal.outreach())
                && (role == null || proposal.roles().contains(role))
                && (unit == null || proposal.places().contains(unit))
                && (tier == null || tier.equals(proposal.tier()))
                && (touchpoint == null || touchpoint.equals(proposal.touchpoint()))
                && (moment == null || moment.equals(proposal.moment()));
    }
}
