package app.leeway.payoff.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Live pages are looked at every day. Half a minute of work, so not among the quick tests. */
class EveryDayIT {

    /** 120 looks at 1,000 pages on which nothing happens. */
    @Test
    void looked_at_every_day_a_plain_interval_cries_wolf_and_this_one_does_not() {
        int plain = 0;
        int always = 0;
        int pages = 1000;
        for (int page = 0; page < pages; page++) {
            boolean[] cried = cries(new SplittableRandom(1_000_003L * (page + 1)));
            plain += cried[0] ? 1 : 0;
            always += cried[1] ? 1 : 0;
        }

        assertThat(plain / (double) pages).isGreaterThan(.15);
        assertThat(always / (double) pages).isLessThanOrEqualTo(.03);
    }

    /** Each day eight gestures and twelve others in four strata; whether 0 ever lay outside. */
    private static boolean[] cries(SplittableRandom random) {
        int days = 120;
        int aDay = 20;
        double[] measure = new double[days * aDay];
        int[] stratum = new int[measure.length];
        boolean[] cried = {false, false};
        for (int day = 1; day <= days; day++) {
            for (int i = (day - 1) * aDay; i < day * aDay; i++) {
                stratum[i] = random.nextInt(4);
                measure[i] = 50 * stratum[i] - 200 * Math.log(random.nextDouble());
            }
            int[] seen = IntStream.range(0, day * aDay).toArray();
            int[] got = IntStream.of(seen).filter(i -> i % aDay < 8).toArray();
            int[] others = IntStream.of(seen).filter(i -> i % aDay >= 8).toArray();
            Estimate estimate =
                    new Comparison(stratum, measure, others, 5).of(got, new double[measure.length]);
            if (estimate.treated() >= 30) {
                cried[0] |= !estimate.effect().interval(estimate.degrees()).holds(0);
                Interval live = AlwaysValid.LIVE.around(estimate.effect(), estimate.treated());
                cried[1] |= !live.holds(0);
            }
        }
        return cried;
    }
}
