package app.leeway.payoff.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A figure and how uncertain it is. Either may be NaN: it cannot be told from the data.
 *
 * @param value in the unit of what was measured
 * @param error standard error of the value, same unit
 */
public record Effect(double value, double error) {

    static final Effect UNKNOWN = new Effect(Double.NaN, Double.NaN);

    public boolean isKnown() {
        return Double.isFinite(value) && Double.isFinite(error);
    }

    public Effect withError(double other) {
        return new Effect(value, other);
    }

    /**
     * The interval that holds the truth 95 times of 100, looked at once.
     *
     * @param degrees of freedom, need not be whole; below 1 nothing can be said
     */
    public Interval interval(double degrees) {
        if (!isKnown() || !(degrees >= 1)) {
            return Interval.UNKNOWN;
        }
        double t = TDistribution.of(degrees).inverseSurvivalProbability(0.025);
        return new Interval(value - t * error, value + t * error);
    }

    /** How many errors it lies from nothing; NaN when unknown, or when there is no error. */
    public double distance() {
        return error > 0 ? value / error : Double.NaN;
    }

    /** Two-sided probability of a value as far from nothing as this one, if nothing is there. */
    public double chance(double degrees) {
        return isKnown() && error > 0 && degrees >= 1
                ? 2 * TDistribution.of(degrees).survivalProbability(Math.abs(distance()))
                : Double.NaN;
    }
}
