package app.leeway.payoff.statistics;

import java.util.Arrays;

/**
 * What those who got nothing did, stratum by stratum; anybody who got something is held against
 * their own stratum. Made once for a measure, asked for any number of groups.
 *
 * <p>Formulas: docs/payoff.md. Sums are taken around the means (two passes), never as sums of
 * squares.
 */
public final class Comparison {

    private final int[] stratum;
    private final double[] measure;
    private final int[] controls;
    private final int least;
    private final int[] count;
    private final double[] mean;
    private final double[] variance;

    /**
     * @param stratum of each episode, from 0
     * @param measure of each episode; finite
     * @param controls which episodes are those without a gesture
     * @param least controls that a stratum must have; with one alone no error can be told
     */
    public Comparison(int[] stratum, double[] measure, int[] controls, int least) {
        this.stratum = stratum;
        this.measure = measure;
        this.controls = controls;
        this.least = least;
        int strata = Arrays.stream(stratum).max().orElse(-1) + 1;
        this.count = new int[strata];
        this.mean = new double[strata];
        this.variance = new double[strata];
        describe();
    }

    private void describe() {
        for (int i : controls) {
            count[stratum[i]]++;
            mean[stratum[i]] += measure[i];
        }
        for (int s = 0; s < count.length; s++) {
            mean[s] /= count[s];
        }
        for (int i : controls) {
            double off = measure[i] - mean[stratum[i]];
            variance[stratum[i]] += off * off;
        }
        for (int s = 0; s < count.length; s++) {
            variance[s] /= count[s] - 1;
        }
    }

    private boolean isComparable(int episode) {
        return count[stratum[episode]] >= least;
    }

    /** Each one's own difference from their look-alikes. */
    private double over(int episode) {
        return measure[episode] - mean[stratum[episode]];
    }

    /**
     * @param treated which episodes are those with a gesture
     * @param cost of each episode
     */
    public Estimate of(int[] treated, double[] cost) {
        int[] matched = matched(treated);
        if (matched.length == 0) {
            return Estimate.nobodyToCompare(treated.length);
        }
        int[] given = given(matched);
        double n = matched.length;
        double effect = Arrays.stream(matched).mapToDouble(this::over).sum() / n;
        double mean = Arrays.stream(matched).mapToDouble(i -> cost[i]).sum() / n;
        double ratio = mean > 0 ? effect / mean : Double.NaN;
        double below = errorOfControls(given);
        return new Estimate(
                treated.length,
                matched.length,
                sum(given, s -> count[s]),
                sum(given, s -> 1),
                n * n / weigh(given, s -> 1),
                Arrays.stream(given).max().orElse(0) / n,
                mean,
                new Effect(effect, Math.sqrt(spread(matched, cost, 0, effect) + below) / n),
                new Effect(
                        effect - mean,
                        Math.sqrt(spread(matched, cost, 1, effect - mean) + below) / n),
                new Effect(ratio, Math.sqrt(spread(matched, cost, ratio, 0) + below) / (n * mean)));
    }

    /**
     * The errors of {@link #of}, with the episodes of one cluster taken as one.
     *
     * @param cluster of each episode, from 0
     * @param clusters how many there can be
     */
    public StandardErrors clustered(int[] treated, double[] cost, int[] cluster, int clusters) {
        Estimate estimate = of(treated, cost);
        int[] given = given(matched(treated));
        double ratio = estimate.perKrona().value();
        Clusters sums = new Clusters(clusters);
        for (int i : treated) {
            if (isComparable(i)) {
                double over = over(i);
                sums.add(
                        cluster[i],
                        over - estimate.effect().value(),
                        over - cost[i] - estimate.net().value(),
                        over - ratio * cost[i]);
            }
        }
        for (int i : controls) {
            int s = stratum[i];
            if (given[s] > 0) {
                double n0 = count[s];
                double pull = -given[s] / n0 * Math.sqrt(n0 / (n0 - 1)) * over(i);
                sums.add(cluster[i], pull, pull, pull);
            }
        }
        return sums.errors(estimate.treated(), estimate.treated() * estimate.cost());
    }

    /** Those of them who have look-alikes. */
    public int[] matched(int[] treated) {
        return Arrays.stream(treated).filter(this::isComparable).toArray();
    }

    /** The look-alikes of these. */
    public int[] lookAlikes(int[] treated) {
        int[] given = given(matched(treated));
        return Arrays.stream(controls).filter(i -> given[stratum[i]] > 0).toArray();
    }

    private int[] given(int[] matched) {
        int[] given = new int[count.length];
        for (int i : matched) {
            given[stratum[i]]++;
        }
        return given;
    }

    /** Sum of the squares of what each one's difference is off, cost taken in as told. */
    private double spread(int[] matched, double[] cost, double costs, double expected) {
        double sum = 0;
        for (int i : matched) {
            double off = over(i) - (costs == 0 ? 0 : costs * cost[i]) - expected;
            sum += off * off;
        }
        return sum;
    }

    private double errorOfControls(int[] given) {
        return weigh(given, s -> variance[s]);
    }

    private double weigh(int[] given, java.util.function.IntToDoubleFunction value) {
        double sum = 0;
        for (int s = 0; s < given.length; s++) {
            if (given[s] > 0) {
                sum += (double) given[s] * given[s] / count[s] * value.applyAsDouble(s);
            }
        }
        return sum;
    }

    private static int sum(int[] given, java.util.function.IntUnaryOperator value) {
        int sum = 0;
        for (int s = 0; s < given.length; s++) {
            sum += given[s] > 0 ? value.applyAsInt(s) : 0;
        }
        return sum;
    }
}
