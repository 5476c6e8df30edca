package app.leeway.payoff.statistics;

/**
 * Intervals that may be looked at every day: asymptotic confidence sequences (Waudby-Smith, Arbour,
 * Sinha, Kennedy and Ramdas 2024, arXiv 2103.06476). An interval made to be looked at once misses
 * the truth on some day far more often than it says.
 *
 * @param alpha how often any of all looks may miss the truth, such as 0.05
 * @param rho2 when it is tightest
 */
public record AlwaysValid(double alpha, double rho2) {

    /** How often a live page may cry wolf, over all its days, and where it is tightest. */
    public static final AlwaysValid LIVE = tightestAt(0.05, 500);

    public AlwaysValid {
        if (!(alpha > 0 && alpha < 1 && rho2 > 0)) {
            throw new IllegalArgumentException("alpha " + alpha + ", rho2 " + rho2);
        }
    }

    /**
     * @param n the number of gestures at which it shall be tightest
     */
    public static AlwaysValid tightestAt(double alpha, double n) {
        double l = -2 * Math.log(alpha);
        return new AlwaysValid(alpha, (l + Math.log(l + 1)) / n);
    }

    /** Half the width, in standard errors, when n have been seen. */
    public double errors(double n) {
        double seen = n * rho2;
        return Math.sqrt(2 * (1 + 1 / seen) * Math.log(Math.sqrt(seen + 1) / alpha));
    }

    public Interval around(Effect effect, double n) {
        if (!effect.isKnown() || !(n > 0)) {
            return Interval.UNKNOWN;
        }
        double half = effect.error() * errors(n);
        return new Interval(effect.value() - half, effect.value() + half);
    }
}
