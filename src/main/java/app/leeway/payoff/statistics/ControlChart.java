package app.leeway.payoff.statistics;

import java.util.Arrays;

/**
 * What is usual for a figure that comes month by month, so that noise is not taken for news: the
 * chart of individuals and moving ranges (Shewhart 1931; NIST/SEMATECH e-Handbook 6.3.2.2).
 *
 * @param mean of all months
 * @param low below it, a month is unusual; never below 0
 * @param high above it, a month is unusual
 */
public record ControlChart(double mean, double low, double high) {

    /** Three standard deviations, as the mean moving range tells them: 3 / 1.128. */
    private static final double RANGES = 2.66;

    /** Fewer months than this say nothing of what is usual. */
    private static final int LEAST = 6;

    /**
     * @return null where there are too few months to tell
     */
    public static ControlChart of(double[] months) {
        if (months.length < LEAST) {
            return null;
        }
        double mean = Arrays.stream(months).average().orElseThrow();
        double ranges = 0;
        for (int i = 1; i < months.length; i++) {
            ranges += Math.abs(months[i] - months[i - 1]);
        }
        double half = RANGES * ranges / (months.length - 1);
        return new ControlChart(mean, Math.max(0, mean - half), mean + half);
    }

    public boolean isUsual(double month) {
        return month >= low && month <= high;
    }
}
