package app.leeway.guardrail;

/** What was given before: a sum of costs in minor units, and how many gestures. */
public record Tally(long sumMinor, long count) {

    public static final Tally NOTHING = new Tally(0, 0);

    public Tally {
        if (sumMinor < 0 || count < 0) {
            throw new IllegalArgumentException(
                    "what was given is never less than nothing: " + sumMinor + ", " + count);
        }
    }

    public Tally plus(long costMinor) {
        return new Tally(Math.addExact(sumMinor, costMinor), count + 1);
    }

    Tally orMore(Tally other) {
        return new Tally(Math.max(sumMinor, other.sumMinor), Math.max(count, other.count));
    }
}
