package app.leeway.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    @ParameterizedTest
    @CsvSource({
        "DAY,2026-11-22T22:59:59Z,2026-11-21T23:00:00Z,2026-11-22T23:00:00Z",
        "DAY,2026-11-22T23:00:00Z,2026-11-22T23:00:00Z,2026-11-23T23:00:00Z",
        "WEEK,2026-11-22T12:00:00Z,2026-11-15T23:00:00Z,2026-11-22T23:00:00Z",
        "MONTH,2028-02-29T12:00:00Z,2028-01-31T23:00:00Z,2028-02-29T23:00:00Z",
        "QUARTER,2026-05-31T22:00:00Z,2026-03-31T22:00:00Z,2026-06-30T22:00:00Z",
        "YEAR,2026-12-31T22:59:59Z,2025-12-31T23:00:00Z,2026-12-31T23:00:00Z"
    })
    void periodsBeginAtMidnightWhereTheOwnerIs(
            Period period, Instant instant, Instant from, Instant until) {
        assertThat(period.holding(instant, STOCKHOLM)).isEqualTo(new Span(from, until));
    }

    @Test
    void theDaysWhenTheClockIsMovedAreShorterOrLonger() {
        Span spring = Period.DAY.holding(Instant.parse("2026-03-29T12:00:00Z"), STOCKHOLM);
        Span autumn = Period.DAY.holding(Instant.parse("2026-10-25T12:00:00Z"), STOCKHOLM);
        assertThat(Duration.between(spring.from(), spring.until())).isEqualTo(Duration.ofHours(23));
        assertThat(Duration.between(autumn.from(), autumn.until())).isEqualTo(Duration.ofHours(25));
    }

    /** P13: every instant lies in exactly one period, and the next begins where it ends. */
    @Test
    void p13_periodsTileTimeWithoutGapOrOverlap() {
        Random random = new Random(20261122);
        for (int i = 0; i < 20_000; i++) {
            Instant instant = Instant.ofEpochSecond(random.nextLong(0, 4_102_444_800L));
            for (Period period : Period.values()) {
                Span span = period.holding(instant, STOCKHOLM);
                assertThat(span.holds(instant)).isTrue();
                assertThat(period.holding(span.until(), STOCKHOLM).from()).isEqualTo(span.until());
                assertThat(period.holding(span.until().minusNanos(1), STOCKHOLM)).isEqualTo(span);
            }
        }
    }
}
