package app.leeway.payoff;

import app.leeway.payoff.statistics.Comparison;
import app.leeway.payoff.statistics.Difference;
import app.leeway.payoff.statistics.Estimate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** One way of comparing, made ready once and then asked for each group. */
final class LensMaking {

    private static final Estimate NOT_KNOWN = null;

    /** Parts that make a whole customer add up to a whole number, but for the last digits. */
    private static final double ROUNDING = 1e-6;

    private final Columns columns;
    private final int[] customers;
    private final int[] sites;

    /** Episodes of each customer without a gesture that can be compared at all. */
    private final int[] comparable;

    private final Comparison value;
    private final Comparison uncapped;
    private final Comparison retention;
    private final Map<String, Comparison> before = new LinkedHashMap<>();
    private final Map<String, double[]> numbers;

    /**
     * @param numbers what was recorded before, by name
     */
    LensMaking(
            Columns columns,
            int[] strata,
            int least,
            double[] capped,
            double[] plain,
            Map<String, double[]> numbers) {
        this.columns = columns;
        this.customers = columns.customers();
        this.sites = columns.sites();
        this.numbers = numbers;
        this.value = comparison(strata, capped, least);
        this.comparable = comparablePerCustomer();
        this.uncapped = comparison(strata, plain, least);
        double[] active = columns.number("active");
        this.retention = active == null ? null : comparison(strata, active, least);
        numbers.forEach((name, number) -> before.put(name, comparison(strata, number, least)));
    }

    private Comparison comparison(int[] strata, double[] measure, int least) {
        return new Comparison(strata, measure, columns.controls(), least);
    }

    Lens of(int[] group) {
        double[] cost = columns.cost();
        int[] matched = value.matched(group);
        int all = customers.length;
        int got = (int) Arrays.stream(matched).map(i -> customers[i]).distinct().count();
        int others = parts(value.lookAlikes(group));
        return new Lens(
                value.of(group, cost),
                uncapped.of(group, cost),
                retention == null ? NOT_KNOWN : retention.of(group, cost),
                value.clustered(group, cost, customers, all).among(got + others),
                sites == null ? null : value.clustered(group, cost, sites, all),
                got,
                others,
                balance(group, matched));
    }

    /** Differences before, in standard deviations of those who got something. */
    private Map<String, Double> balance(int[] group, int[] matched) {
        Map<String, Double> balance = new LinkedHashMap<>();
        before.forEach(
                (name, comparison) -> {
                    double[] number = numbers.get(name);
                    double deviation = Difference.deviation(number, matched);
                    double off = comparison.of(group, columns.cost()).effect().value();
                    if (deviation > 0) {
                        balance.put(name, off / deviation);
                    }
                });
        return balance;
    }

    /** Customers among the others, each by the part of their episodes that is among these. */
    private int parts(int[] lookAlikes) {
        double sum = 0;
        for (int i : lookAlikes) {
            sum += 1.0 / comparable[customers[i]];
        }
        return (int) Math.floor(sum + ROUNDING);
    }

    private int[] comparablePerCustomer() {
        int[] count = new int[customers.length];
        for (int i : value.matched(columns.controls())) {
            count[customers[i]]++;
        }
        return count;
    }
}
