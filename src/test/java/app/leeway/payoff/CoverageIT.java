package app.leeway.payoff;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.payoff.statistics.Interval;
import org.junit.jupiter.api.Test;

/** Whether intervals are what they say. Half a minute of work, so not among the quick tests. */
class CoverageIT {

    private static final long SPREAD = 1_000_003L;
    private static final int SEEDS = 500;
    private static final int MANY = 20_000;

    @Test
    void where_nothing_has_an_effect_the_interval_holds_nothing_95_times_of_100() {
        int past = 0;
        int seen = 0;
        int uncapped = 0;
        for (int i = 1; i <= SEEDS; i++) {
            Evidence evidence =
                    new Estimator(Krona.episodes(MANY, i * SPREAD, Krona.World.NULL), Krona.asked())
                            .ofAll();
            Lens own = evidence.past();
            past += own.effect().holds(0) ? 1 : 0;
            seen += evidence.seen().effect().holds(0) ? 1 : 0;
            Interval plain = own.uncapped().effect().interval(own.degrees());
            uncapped += plain.holds(0) ? 1 : 0;
        }

        assertThat(past / (double) SEEDS).as("past").isBetween(.93, .97);
        assertThat(seen / (double) SEEDS).as("seen").isBetween(.93, .97);
        assertThat(uncapped / (double) SEEDS).as("uncapped").isBetween(.93, .97);
    }
}
