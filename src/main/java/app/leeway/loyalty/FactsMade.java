package app.leeway.loyalty;

/**
 * Facts are up to date with all that is known.
 *
 * @param today days since 1970; episodes are ripe up to this day
 */
public record FactsMade(int today) {}
