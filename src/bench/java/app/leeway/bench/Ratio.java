package app.leeway.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * How we compare with a peer: the median of the slices' ratios, with a bootstrap interval.
 *
 * @param from lower end of the 90 % interval
 * @param until its upper end
 * @param slices how many ratios it rests on
 */
record Ratio(double median, double from, double until, int slices) {
    private static final int RESAMPLES = 4000;
    private static final double WIDEST = 0.25;
    private static final int FEWEST = 3;

    /**
     * Each of our slices against the mean of the peer's next ones before and after it, so that a
     * machine that grows slower or faster meanwhile cancels out. Disturbed slices do not count.
     *
     * @param slices of the whole run, in the order of time
     */
    static Ratio of(List<Slice> slices, String us, String peer) {
        List<Slice> calm = slices.stream().filter(s -> !s.disturbed()).toList();
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < calm.size(); i++) {
            if (calm.get(i).peer().equals(us)) {
                double beside = beside(calm, i, peer);
                if (beside > 0) {
                    ratios.add(calm.get(i).perSecond() / beside);
                }
            }
        }
        return of(ratios);
    }

    /** The median of these ratios. */
    static Ratio of(List<Double> ratios) {
        double[] values = ratios.stream().mapToDouble(Double::doubleValue).toArray();
        if (values.length == 0) {
            return new Ratio(Double.NaN, Double.NaN, Double.NaN, 0);
        }
        Random random = new Random(1); // the same sample gives the same interval
        double[] medians = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            medians[i] =
                    median(
                            random.ints(values.length, 0, values.length)
                                    .mapToDouble(n -> values[n])
                                    .toArray());
        }
        Arrays.sort(medians);
        return new Ratio(
                median(values),
                medians[(int) (RESAMPLES * 0.05)],
                medians[(int) (RESAMPLES * 0.95)],
                values.length);
    }

    private static double beside(List<Slice> calm, int at, String peer) {
        double sum = 0;
        int found = 0;
        for (int step : new int[] {-1, 1}) {
            int i = at + step;
            while (i >= 0 && i < calm.size() && !calm.get(i).peer().equals(peer)) {
                i += step;
            }
            if (i >= 0 && i < calm.size()) {
                sum += calm.get(i).perSecond();
                found++;
            }
        }
        return found == 0 ? 0 : sum / found;
    }

    /** Whether the slices say something at all. */
    boolean isConclusive() {
        return slices >= FEWEST
                && until - median <= WIDEST * median
                && median - from <= WIDEST * median;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    @Override
    public String toString() {
        return slices == 0
                ? "no slice was calm"
                : String.format(
                        java.util.Locale.ROOT,
                        "%.2f (%.2f to %.2f, %d slices%s)",
                        median,
                        from,
                        until,
                        slices,
                        isConclusive() ? "" : ", inconclusive");
    }
}
