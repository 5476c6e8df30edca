package app.leeway.payoff.statistics;

/** Sums up, cluster by cluster, what each episode pulls at a figure. */
final class Clusters {

    private final double[] effect;
    private final double[] net;
    private final double[] perKrona;
    private final boolean[] seen;

    Clusters(int most) {
        effect = new double[most];
        net = new double[most];
        perKrona = new double[most];
        seen = new boolean[most];
    }

    void add(int cluster, double onEffect, double onNet, double onRatio) {
        effect[cluster] += onEffect;
        net[cluster] += onNet;
        perKrona[cluster] += onRatio;
        seen[cluster] = true;
    }

    StandardErrors errors(double treated, double spent) {
        int clusters = 0;
        for (boolean one : seen) {
            clusters += one ? 1 : 0;
        }
        return new StandardErrors(
                length(effect) / treated,
                length(net) / treated,
                length(perKrona) / spent,
                clusters);
    }

    private static double length(double[] sums) {
        double squares = 0;
        for (double sum : sums) {
            squares += sum * sum;
        }
        return Math.sqrt(squares);
    }
}
