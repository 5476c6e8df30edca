package app.leeway.guardrail;

/** What was given before: a sum of costs in minor units, and how many gestures. */
public record Usage(long sumMinor, long count) {

    public static final Usage NOTHING = new Usage(0, 0);

    public Usage {
        if (sumMinor < 0 || count < 0) {
            throw new IllegalArgumentException(
                    "what was given is never less than nothing: " + sumMinor + ", " + count);
        }
    }

    public Usage plus(long costMinor) {
        return new Usage(Math.addExact(sumMinor, costMinor), count + 1);
    }

    Usage orMore(Usage other) {
        return new Usage(Math.max(sumMinor, other.sumMinor), Math.max(count, other.count));
    }
}
