package app.leeway.payoff;

import app.leeway.payoff.statistics.AlwaysValid;
import app.leeway.payoff.statistics.Effect;
import app.leeway.payoff.statistics.Estimate;
import app.leeway.payoff.statistics.Interval;

/**
 * The one estimate that a group is judged by.
 *
 * @param way {@code past}, {@code seen} or {@code lot}
 * @param degrees of freedom of its intervals
 * @param daily whether its intervals may be looked at every day
 */
public record Headline(String way, Estimate estimate, double degrees, boolean daily) {

    /** Power of 80 per cent at 5 per cent: 1.96 + 0.84. */
    private static final double ENOUGH_ERRORS = 2.8;

    public Interval effect() {
        return around(estimate.effect());
    }

    public Interval net() {
        return around(estimate.net());
    }

    public Interval perKrona() {
        return around(estimate.perKrona());
    }

    private Interval around(Effect effect) {
        return daily ? always(effect) : effect.interval(degrees);
    }

    /** May be looked at every day. */
    public Interval always(Effect effect) {
        return AlwaysValid.LIVE.around(effect, estimate.treated());
    }

    /** Two-sided, that net were as far from nothing as it is, if gestures just paid themselves. */
    public double chance() {
        return estimate.net().chance(degrees);
    }

    /**
     * How many gestures it takes to see an effect as large as their cost; NaN where they cost
     * nothing.
     */
    public double needed() {
        double errors = ENOUGH_ERRORS * estimate.effect().error() / estimate.cost();
        return estimate.cost() > 0 ? estimate.treated() * errors * errors : Double.NaN;
    }
}
