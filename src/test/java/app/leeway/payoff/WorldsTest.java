package app.leeway.payoff;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.payoff.statistics.Interval;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Worlds with a trap in them. */
class WorldsTest {

    private static final long SEED = 20260731L;
    private static final long SPREAD = 1_000_003L;
    private static final int MANY = 20_000;

    @ParameterizedTest
    @ValueSource(longs = {SEED, SPREAD, 2 * SPREAD, 3 * SPREAD, 4 * SPREAD})
    void staff_who_look_at_recent_purchases_trip_the_placebo(long seed) {
        Finding all = all(seed, Krona.World.SCREEN, Krona.asked());

        assertThat(Math.abs(all.evidence().placebo().effect().distance())).isGreaterThan(2.6);
        assertThat(all.state()).isEqualTo(State.OTHER_PATH);
        assertThat(all.badge()).isEqualTo(Badge.C);
        assertThat(all.headline().way()).isEqualTo("seen");
        assertThat(all.sentence().en()).contains("on another path");
    }

    @ParameterizedTest
    @ValueSource(longs = {SEED, SPREAD})
    void what_nobody_recorded_never_gets_the_best_badge_even_if_somebody_calls_it_a_lot(long seed) {
        for (Question question : java.util.List.of(Krona.asked(), Krona.asked().drawnByLot())) {
            Report report =
                    Payoff.estimate(Krona.episodes(MANY, seed, Krona.World.HIDDEN), question);

            assertThat(report.findings())
                    .filteredOn(f -> f.group().by().equals("all") || f.group().by().equals("kind"))
                    .extracting(Finding::badge)
                    .doesNotContain(Badge.A);
        }
    }

    @ParameterizedTest
    @EnumSource(Krona.World.class)
    void every_world_gives_figures_and_no_world_gives_nonsense(Krona.World world) {
        Finding all = all(SEED, world, Krona.asked());

        assertThat(all.headline().net().isKnown()).isTrue();
        assertThat(all.headline().estimate().matchedShare()).isGreaterThan(.9);
    }

    @Test
    void the_interval_of_one_look_is_narrower_than_the_one_for_every_day() {
        Headline headline = all(SEED, Krona.World.BASE, Krona.asked()).headline();
        ToDoubleFunction<Interval> width = interval -> interval.high() - interval.low();

        assertThat(width.applyAsDouble(headline.always(headline.estimate().effect())))
                .isGreaterThan(width.applyAsDouble(headline.effect()));
    }

    private static Finding all(long seed, Krona.World world, Question question) {
        return Finding.of(
                new Estimator(Krona.episodes(MANY, seed, world), question).ofAll(), question);
    }
}
