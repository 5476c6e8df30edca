package app.leeway.payoff.statistics;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Makes a few bins of a number, so that people can be alike in it. What lies on a boundary belongs
 * to the bin above. Bins are counted from 0.
 */
public final class Bins {

    private Bins() {}

    /** Bins between these boundaries. */
    public static int[] cut(double[] values, double... boundaries) {
        double[] sorted = DoubleStream.of(boundaries).sorted().distinct().toArray();
        int[] bins = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            int at = Arrays.binarySearch(sorted, values[i] + 0.0);
            bins[i] = at >= 0 ? at + 1 : -at - 1;
        }
        return bins;
    }

    /** Equally wide bins between the least and the largest value. */
    public static int[] equallyWide(double[] values, int bins) {
        double least = Arrays.stream(values).min().orElse(0);
        double largest = Arrays.stream(values).max().orElse(0);
        double[] inner = new double[Math.max(bins - 1, 0)];
        for (int i = 1; i < bins; i++) {
            inner[i - 1] = least + i * ((largest - least) / bins);
        }
        return cut(values, inner);
    }

    /** Sturges 1926: as many equally wide bins as R and MatchIt take by themselves. */
    public static int[] sturges(double[] values) {
        return equallyWide(values, (int) Math.ceil(Math.log(values.length) / Math.log(2) + 1));
    }

    /** Bins between quantiles as R and MatchIt make them (type 7). */
    public static int[] quantiles(double[] values, int bins) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] inner = new double[Math.max(bins - 1, 0)];
        for (int i = 1; i < bins; i++) {
            inner[i - 1] = quantile(sorted, i / (double) bins);
        }
        return cut(values, inner);
    }

    /** Bins of the same number of values by rank; equal values share a bin. */
    public static int[] ranks(double[] values, int bins) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int[] ranked = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            long below = firstNotBelow(sorted, values[i]);
            ranked[i] = (int) (below * bins / values.length);
        }
        return ranked;
    }

    /**
     * The value below which a part of all lies, straight between neighbours (type 7 of R).
     *
     * @param sorted at least one
     * @param part 0 to 1
     */
    public static double quantile(double[] sorted, double part) {
        double at = (sorted.length - 1) * part;
        int low = (int) Math.floor(at);
        int high = Math.min(low + 1, sorted.length - 1);
        return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
    }

    private static int firstNotBelow(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
