package app.leeway.payoff.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void a_comparison_worked_out_by_hand() {
        // stratum 0: got 10 and 14, others 4, 6, 8; stratum 1: got 7, others 1, 3
        double[] measure = {10, 14, 4, 6, 8, 7, 1, 3};
        int[] stratum = {0, 0, 0, 0, 0, 1, 1, 1};
        Comparison comparison = new Comparison(stratum, measure, new int[] {2, 3, 4, 6, 7}, 2);
        double[] cost = {1, 3, 0, 0, 0, 2, 0, 0};

        Estimate estimate = comparison.of(new int[] {0, 1, 5}, cost);

        double effect = (2 * 6 + 5) / 3.0;
        double spread = sq(4 - effect) + sq(8 - effect) + sq(5 - effect);
        double controls = 4 * 4 / 3.0 + 1 * 2 / 2.0;
        assertThat(estimate.effect().value()).isCloseTo(effect, within(1e-14));
        assertThat(estimate.effect().error())
                .isCloseTo(Math.sqrt(spread + controls) / 3, within(1e-14));
        assertThat(estimate.cost()).isEqualTo(2);
        assertThat(estimate.net().value()).isCloseTo(effect - 2, within(1e-14));
        assertThat(estimate.perKrona().value()).isCloseTo(effect / 2, within(1e-14));
        assertThat(estimate.effectiveControls()).isCloseTo(9 / (4 / 3.0 + 1 / 2.0), within(1e-14));
        assertThat(estimate.largestShare()).isCloseTo(2 / 3.0, within(1e-14));
    }

    @Test
    void episodes_of_one_customer_count_together() {
        double[] measure = {5, 5, 9, 9, 0, 2, 4, 2};
        int[] stratum = new int[8];
        Comparison comparison = new Comparison(stratum, measure, new int[] {4, 5, 6, 7}, 2);
        int[] treated = {0, 1, 2, 3};
        double[] cost = new double[8];
        int[] apart = IntStream.range(0, 8).toArray();
        int[] twins = {0, 0, 1, 1, 4, 5, 6, 7};

        double plain = comparison.of(treated, cost).effect().error();
        assertThat(comparison.clustered(treated, cost, apart, 8).effect())
                .isCloseTo(plain, within(1e-14));
        // the four gestures, off by 2 each, are two customers off by 4
        double controls = 16.0 / 4 * (8.0 / 3);
        assertThat(comparison.clustered(treated, cost, twins, 8).effect())
                .isCloseTo(Math.sqrt(16 + 16 + controls) / 4, within(1e-14));
    }

    @Test
    void with_one_look_alike_there_is_a_value_but_no_error() {
        Comparison comparison =
                new Comparison(new int[] {0, 0}, new double[] {3, 1}, new int[] {1}, 1);
        Estimate estimate = comparison.of(new int[] {0}, new double[] {0, 0});

        assertThat(estimate.effect().value()).isEqualTo(2);
        assertThat(estimate.effect().isKnown()).isFalse();
        assertThat(estimate.effect().interval(5)).isEqualTo(Interval.UNKNOWN);
    }

    @Test
    void intervals_have_the_quantiles_of_students_t() {
        Interval interval = new Effect(10, 2).interval(10);

        assertThat(interval.high()).isCloseTo(10 + 2 * 2.2281388519862744, within(1e-12));
        assertThat(new Effect(10, 2).interval(0.5).isKnown()).isFalse();
        assertThat(new Effect(2.2281388519862744, 1).chance(10)).isCloseTo(0.05, within(1e-12));
    }

    @Test
    void false_discoveries_are_adjusted_as_r_does_it() {
        double[] adjusted =
                FalseDiscoveries.adjusted(new double[] {.01, .04, .03, Double.NaN, .005, .55});

        assertThat(adjusted[4]).isCloseTo(.025, within(1e-15));
        assertThat(adjusted[0]).isCloseTo(.025, within(1e-15));
        assertThat(adjusted[2]).isCloseTo(.05, within(1e-15));
        assertThat(adjusted[1]).isCloseTo(.05, within(1e-15));
        assertThat(adjusted[5]).isCloseTo(.55, within(1e-15));
        assertThat(adjusted[3]).isNaN();
    }

    /** Colditz 1994, thirteen trials of a vaccine; metafor's Paule-Mandel gives 0.3181. */
    @Test
    void the_variance_between_trials_is_that_of_paule_and_mandel() {
        int[][] trials = {
            {4, 119, 11, 128},
            {6, 300, 29, 274},
            {3, 228, 11, 209},
            {62, 13536, 248, 12619},
            {33, 5036, 47, 5761},
            {180, 1361, 372, 1079},
            {8, 2537, 10, 619},
            {505, 87886, 499, 87892},
            {29, 7470, 45, 7232},
            {17, 1699, 65, 1600},
            {186, 50448, 141, 27197},
            {5, 2493, 3, 2338},
            {27, 16886, 29, 17825}
        };
        List<Effect> groups = new ArrayList<>();
        for (int[] t : trials) {
            double got = t[0] + t[1];
            double not = t[2] + t[3];
            groups.add(
                    new Effect(
                            Math.log(t[0] / got / (t[2] / not)),
                            Math.sqrt(1.0 / t[0] - 1 / got + 1.0 / t[2] - 1 / not)));
        }

        Shrinkage shrinkage = Shrinkage.of(groups);

        assertThat(shrinkage.between()).isCloseTo(0.3181, within(5e-5));
        Effect wild = groups.get(0);
        assertThat(shrinkage.shrunk(wild).value())
                .isBetween(
                        Math.min(wild.value(), shrinkage.mean().value()),
                        Math.max(wild.value(), shrinkage.mean().value()));
    }

    @Test
    void groups_that_differ_no_more_than_by_chance_become_one() {
        List<Effect> groups = List.of(new Effect(1, 1), new Effect(1.2, 1), new Effect(.9, 1));
        Shrinkage shrinkage = Shrinkage.of(groups);

        assertThat(shrinkage.between()).isZero();
        assertThat(shrinkage.shrunk(groups.get(1)).value())
                .isCloseTo(shrinkage.mean().value(), within(1e-14));
        assertThatThrownBy(() -> Shrinkage.of(List.of(new Effect(1, 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bins_are_those_of_r() {
        double[] values = {0, 5, 10, 2.5, 7.5};

        assertThat(Bins.cut(values, 5, 10)).containsExactly(0, 1, 2, 0, 1);
        assertThat(Bins.equallyWide(values, 2)).containsExactly(0, 1, 1, 0, 1);
        assertThat(Bins.quantiles(values, 4)).containsExactly(0, 2, 3, 1, 3);
        assertThat(Bins.ranks(new double[] {0, 0, 0, 1}, 2)).containsExactly(0, 0, 0, 1);
        assertThat(Bins.quantile(new double[] {1, 2, 3, 4}, .1)).isCloseTo(1.3, within(1e-15));
        assertThat(Bins.sturges(new double[] {0, 1, 2, 3})).containsExactly(0, 1, 2, 2);
    }

    private static double sq(double x) {
        return x * x;
    }
}
