package app.leeway.payoff.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Many groups in one report: how far each may be believed when so many were looked at. Benjamini
 * and Hochberg 1995: of those that stand out, at most the named part does so by chance.
 */
public final class FalseDiscoveries {

    private FalseDiscoveries() {}

    /**
     * Adjusted probabilities: those up to 0.1 stand out at 10 per cent.
     *
     * @param chances one for each member of the family; a NaN is no member and stays NaN
     */
    public static double[] adjusted(double[] chances) {
        int[] order =
                IntStream.range(0, chances.length)
                        .filter(i -> !Double.isNaN(chances[i]))
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> chances[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double[] adjusted = chances.clone();
        double least = 1;
        for (int rank = order.length; rank >= 1; rank--) {
            int i = order[rank - 1];
            least = Math.min(least, chances[i] * order.length / rank);
            adjusted[i] = least;
        }
        return adjusted;
    }
}
