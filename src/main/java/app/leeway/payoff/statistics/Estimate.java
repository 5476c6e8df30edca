package app.leeway.payoff.statistics;

/**
 * What gestures did to one measure, like for like: within each stratum those who got something
 * against those who did not, weighted by those who got something (the weights of coarsened exact
 * matching).
 *
 * @param all how many got something, comparable or not
 * @param treated how many of them have look-alikes
 * @param controls the look-alikes
 * @param strata in which there are both
 * @param effectiveControls the look-alikes that count: as many, equally weighted, would carry the
 *     comparison as well; {@code N^2 / sum(n1^2 / n0)}
 * @param largestShare the part of the weight that the heaviest stratum has, 0 to 1
 * @param cost the mean cost of what was given
 * @param effect on the measure, per gesture
 * @param net effect minus cost
 * @param perKrona effect divided by cost; unknown where nothing costs anything
 */
public record Estimate(
        int all,
        int treated,
        int controls,
        int strata,
        double effectiveControls,
        double largestShare,
        double cost,
        Effect effect,
        Effect net,
        Effect perKrona) {

    static Estimate nobodyToCompare(int all) {
        return new Estimate(
                all, 0, 0, 0, 0, 0, Double.NaN, Effect.UNKNOWN, Effect.UNKNOWN, Effect.UNKNOWN);
    }

    /** The part of those who got something that has look-alikes, 0 to 1. */
    public double matchedShare() {
        return all == 0 ? 0 : treated / (double) all;
    }

    /** Degrees of freedom of an interval around it. */
    public double degrees() {
        return Math.min(treated, effectiveControls) - 1;
    }

    public Estimate withErrors(StandardErrors errors) {
        return new Estimate(
                all,
                treated,
                controls,
                strata,
                effectiveControls,
                largestShare,
                cost,
                effect.withError(errors.effect()),
                net.withError(errors.net()),
                perKrona.withError(errors.perKrona()));
    }

    public StandardErrors errors() {
        return new StandardErrors(
                effect.error(), net.error(), perKrona.error(), treated + controls);
    }
}
