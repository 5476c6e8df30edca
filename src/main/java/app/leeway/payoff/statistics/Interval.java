package app.leeway.payoff.statistics;

/** From low to high, both included; both NaN where no interval can be told. */
public record Interval(double low, double high) {

    public static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN);

    public boolean isKnown() {
        return Double.isFinite(low) && Double.isFinite(high);
    }

    public boolean liesAbove(double bound) {
        return low > bound;
    }

    public boolean liesBelow(double bound) {
        return high < bound;
    }

    public boolean holds(double value) {
        return low <= value && value <= high;
    }

    /** The smallest interval that holds both. */
    public Interval and(Interval other) {
        return new Interval(Math.min(low, other.low), Math.max(high, other.high));
    }
}
