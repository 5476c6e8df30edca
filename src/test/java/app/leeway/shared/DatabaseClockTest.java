package app.leeway.shared;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DatabaseClockTest {

    private final HandClock own = new HandClock("2026-11-28T10:02:30Z");
    private final AtomicLong ticks = new AtomicLong(1_000);
    private final DatabaseClock clock = new DatabaseClock(own, ticks::get);

    @Test
    void until_the_database_was_asked_the_own_clock_is_all_there_is() {
        assertThat(clock.instant()).isEqualTo("2026-11-28T10:02:30Z");
        assertThat(clock.ahead()).isZero();
    }

    @Test
    void P16_a_server_that_is_ahead_goes_by_the_database() {
        learns("2026-11-28T10:00:00Z", Duration.ZERO);

        assertThat(clock.instant()).isEqualTo("2026-11-28T10:00:00Z");
        assertThat(clock.ahead()).isEqualTo(Duration.ofSeconds(150));
        passes(Duration.ofSeconds(90));
        assertThat(clock.instant()).isEqualTo("2026-11-28T10:01:30Z");
        assertThat(clock.ahead()).isEqualTo(Duration.ofSeconds(150));
    }

    @Test
    void P16_when_the_own_clock_is_moved_nothing_comes_sooner_or_later() {
        learns("2026-11-28T10:02:30Z", Duration.ZERO);
        own.set("2027-01-01T00:00:00Z");
        ticks.addAndGet(Duration.ofSeconds(1).toNanos());

        assertThat(clock.instant()).isEqualTo("2026-11-28T10:02:31Z");
    }

    @Test
    void half_of_the_way_to_the_database_and_back_is_taken_off() {
        learns("2026-11-28T10:00:00Z", Duration.ofMillis(400));

        assertThat(clock.instant()).isEqualTo("2026-11-28T10:00:00.200Z");
    }

    @Test
    void a_slow_answer_tells_nothing_unless_it_is_the_first() {
        learns("2026-11-28T10:00:00Z", Duration.ofSeconds(3));
        assertThat(clock.instant()).isEqualTo("2026-11-28T10:00:01.500Z");

        learns("2026-11-28T11:00:00Z", Duration.ofSeconds(3));
        assertThat(clock.instant()).isEqualTo("2026-11-28T10:00:04.500Z");
    }

    @Test
    void elsewhere_it_is_the_same_time() {
        learns("2026-11-28T23:30:00Z", Duration.ZERO);
        ZoneId stockholm = ZoneId.of("Europe/Stockholm");

        assertThat(LocalDate.now(clock.withZone(stockholm))).isEqualTo("2026-11-29");
        passes(Duration.ofHours(24));
        assertThat(clock.withZone(stockholm).instant()).isEqualTo(clock.instant());
    }

    @Test
    void a_clock_that_is_wrong_is_told_once_and_when_it_is_right_again() {
        List<String> told = new ArrayList<>();
        ClockWarning warning = new ClockWarning(told::add, told::add);

        for (long ahead : List.of(0, 999, -1000, 1001, 1500, -5000, 10_000, 10_001, 150_000, 0)) {
            warning.found(new ClockDifference(Duration.ofMillis(ahead)));
        }

        assertThat(told)
                .containsExactly(
                        "The clock of this server is wrong: 1.0 s ahead of the database."
                                + " Due times go by the database.",
                        "The clock of this server is wrong: 10.0 s ahead of the database."
                                + " It takes no work until that is mended.",
                        "The clock of this server is right again: 0.0 s ahead of the database");
    }

    @Test
    void it_is_wrong_beyond_a_second_and_unbearable_beyond_ten() {
        assertThat(new ClockDifference(Duration.ofMillis(-1000)).isTold()).isFalse();
        assertThat(new ClockDifference(Duration.ofMillis(-1001)).isTold()).isTrue();
        assertThat(new ClockDifference(Duration.ofMillis(-10_000)).isBearable()).isTrue();
        assertThat(new ClockDifference(Duration.ofMillis(-10_001)).isBearable()).isFalse();
    }

    private void learns(String said, Duration way) {
        long before = ticks.get();
        passes(way);
        clock.learn(Instant.parse(said), before, ticks.get());
    }

    private void passes(Duration time) {
        own.advance(time);
        ticks.addAndGet(time.toNanos());
    }
}
