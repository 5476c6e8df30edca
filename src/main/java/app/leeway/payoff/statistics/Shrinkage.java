package app.leeway.payoff.statistics;

import java.util.List;

/**
 * Small groups beside each other (the sites within a kind): each is drawn towards the mean of all
 * as far as its own figure is uncertain. Empirical Bayes; the variance between groups after Paule
 * and Mandel 1982.
 *
 * @param mean of all groups, with its error
 * @param between variance between the groups, beyond what chance makes
 */
public record Shrinkage(Effect mean, double between) {

    private static final int HALVINGS = 200;

    /**
     * @param groups at least two; errors above nothing
     */
    public static Shrinkage of(List<Effect> groups) {
        if (groups.size() < 2 || groups.stream().anyMatch(g -> !g.isKnown() || !(g.error() > 0))) {
            throw new IllegalArgumentException("at least two groups with errors are needed");
        }
        double low = 0;
        if (excess(groups, 0) <= 0) {
            return new Shrinkage(mean(groups, 0), 0);
        }
        double high = 1;
        while (excess(groups, high) > 0) {
            low = high;
            high *= 2;
        }
        for (int i = 0; i < HALVINGS && low < (low + high) / 2 && (low + high) / 2 < high; i++) {
            double middle = (low + high) / 2;
            if (excess(groups, middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new Shrinkage(mean(groups, high), high);
    }

    /** One group, drawn towards the mean. */
    public Effect shrunk(Effect group) {
        double own = group.error() * group.error();
        double trust = between / (between + own);
        double value = mean.value() + trust * (group.value() - mean.value());
        double rest = (1 - trust) * mean.error();
        return new Effect(value, Math.sqrt(trust * own + rest * rest));
    }

    /** How much more the groups differ than they would with this variance between them. */
    private static double excess(List<Effect> groups, double between) {
        double mean = mean(groups, between).value();
        double sum = 0;
        for (Effect group : groups) {
            double off = group.value() - mean;
            sum += off * off / (group.error() * group.error() + between);
        }
        return sum - (groups.size() - 1);
    }

    private static Effect mean(List<Effect> groups, double between) {
        double weights = 0;
        double sum = 0;
        for (Effect group : groups) {
            double weight = 1 / (group.error() * group.error() + between);
            weights += weight;
            sum += weight * group.value();
        }
        return new Effect(sum / weights, Math.sqrt(1 / weights));
    }
}
