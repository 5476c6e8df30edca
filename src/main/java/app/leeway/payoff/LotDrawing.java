package app.leeway.payoff;

import app.leeway.payoff.statistics.Comparison;
import app.leeway.payoff.statistics.Difference;
import app.leeway.payoff.statistics.Effect;
import app.leeway.payoff.statistics.Estimate;
import app.leeway.payoff.statistics.StandardErrors;
import java.util.Map;

/** A trial in which chance decided: the plain difference, as everybody was drawn. */
final class LotDrawing {

    private final Columns columns;
    private final Map<String, double[]> before;

    LotDrawing(Columns columns, Map<String, double[]> before) {
        this.columns = columns;
        this.before = before;
    }

    Evidence.Lot of(int[] drawn) {
        int[] others = columns.controls();
        double cost = Difference.mean(columns.cost(), drawn);
        Difference effect = Difference.of(columns.outcome(), drawn, others);
        double ratio = effect.effect().value() / cost;
        Effect net = Difference.of(less(1), drawn, others).effect();
        Effect rest = Difference.of(less(ratio), drawn, others).effect();
        Effect perKrona =
                cost > 0
                        ? new Effect(ratio, rest.error() / cost)
                        : new Effect(Double.NaN, Double.NaN);
        Estimate plain =
                new Estimate(
                        drawn.length,
                        others.length == 0 ? 0 : drawn.length,
                        others.length,
                        1,
                        others.length,
                        1,
                        cost,
                        effect.effect(),
                        net,
                        perKrona);
        return new Evidence.Lot(
                clustered(plain, drawn), effect.degrees(), effect, chance(drawn, others));
    }

    /** Welch's error, or the one by customer where somebody was drawn more than once. */
    private Estimate clustered(Estimate plain, int[] drawn) {
        int[] customers = columns.customers();
        long different = java.util.Arrays.stream(customers).distinct().count();
        if (different == customers.length) {
            return plain;
        }
        Comparison one =
                new Comparison(new int[customers.length], columns.outcome(), columns.controls(), 2);
        StandardErrors errors = one.clustered(drawn, columns.cost(), customers, customers.length);
        return plain.withErrors(plain.errors().orLarger(errors));
    }

    private double[] less(double costs) {
        double[] rest = columns.outcome().clone();
        for (int i : columns.treated()) {
            rest[i] -= costs * columns.cost()[i];
        }
        return rest;
    }

    private double chance(int[] drawn, int[] others) {
        double least = 1;
        for (double[] number : before.values()) {
            Difference difference = Difference.of(number, drawn, others);
            double chance = difference.effect().chance(difference.degrees());
            if (chance < least) {
                least = chance;
            }
        }
        return Math.min(1, least * Math.max(1, before.size()));
    }
}
