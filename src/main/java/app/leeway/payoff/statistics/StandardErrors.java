package app.leeway.payoff.statistics;

/**
 * Standard errors of an {@link Estimate}, with those who belong together (the episodes of one
 * customer, or of one site) taken as one.
 *
 * @param clusters how many there are, at least
 */
public record StandardErrors(double effect, double net, double perKrona, int clusters) {

    /** The same of at least so many. */
    public StandardErrors among(int counted) {
        return new StandardErrors(effect, net, perKrona, counted);
    }

    /** The larger of both, one by one. */
    public StandardErrors orLarger(StandardErrors other) {
        return new StandardErrors(
                Math.max(effect, other.effect),
                Math.max(net, other.net),
                Math.max(perKrona, other.perKrona),
                Math.min(clusters, other.clusters));
    }
}
