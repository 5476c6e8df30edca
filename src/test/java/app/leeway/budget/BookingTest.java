package app.leeway.budget;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.guardrail.Outcome;
import app.leeway.shared.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** In which period of a budget something is booked. */
class BookingTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(STOCKHOLM).toInstant();
    }

    private static Budget budget(Period per) {
        return new Budget(1, "b", "krogen", null, per, null, null, 100, Outcome.ASK, STOCKHOLM);
    }

    private static Booking late(String happened, String logged, YearMonth... closed) {
        return new Booking(at(happened), at(logged), 14, Set.of(closed));
    }

    @ParameterizedTest
    @EnumSource(Period.class)
    void whatIsLoggedInTimeIsBookedWhenItHappens(Period per) {
        Instant then = at("2026-10-31T23:59");

        assertThat(Booking.onTime(then).on(budget(per))).isEqualTo(then);
        assertThat(Booking.onTime(then).isLongAgo()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Period.class)
    void whatIsLateIsBookedInItsOwnPeriodWhileThatGoesOn(Period per) {
        Booking monday = late("2026-03-02T10:00", "2026-03-02T10:01");

        assertThat(monday.on(budget(per))).isEqualTo(monday.happened());
    }

    @ParameterizedTest
    @CsvSource({"DAY", "WEEK"})
    void P16_days_and_weeks_close_when_they_end(Period per) {
        Booking late = late("2026-10-31T10:00", "2026-11-02T00:00");

        assertThat(late.on(budget(per))).isEqualTo(late.logged());
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH, 2026-10-31T10:00, 2026-11-14T23:59, own",
        "MONTH, 2026-10-31T10:00, 2026-11-15T00:00, open",
        "MONTH, 2026-10-03T10:00, 2026-11-01T10:00, own",
        "QUARTER, 2026-09-30T10:00, 2026-10-14T23:59, own",
        "QUARTER, 2026-09-30T10:00, 2026-10-15T00:00, open",
        "YEAR, 2025-12-31T10:00, 2026-01-14T23:59, own",
        "YEAR, 2025-12-31T10:00, 2026-01-15T00:00, open",
        "YEAR, 2026-01-01T10:00, 2026-12-31T23:59, own"
    })
    void longerPeriodsCloseByThemselvesWhenNothingOfThemMayBeLoggedAnyMore(
            Period per, String happened, String logged, String where) {
        Booking late = late(happened, logged);

        assertThat(late.on(budget(per)))
                .isEqualTo(where.equals("own") ? late.happened() : late.logged());
    }

    @ParameterizedTest
    @CsvSource({"MONTH, 2026-09", "QUARTER, 2026-09"})
    void whatAStewardHasClosedIsClosed(Period per, YearMonth month) {
        Booking late = late("2026-09-30T10:00", "2026-10-01T10:00", month);

        assertThat(late.on(budget(per))).isEqualTo(late.logged());
        assertThat(late.on(budget(Period.YEAR))).isEqualTo(late.happened());
    }

    @Test
    void aClosedMonthClosesNoQuarterThatGoesOn() {
        Booking late = late("2026-10-31T10:00", "2026-11-02T10:00", YearMonth.of(2026, 10));

        assertThat(late.on(budget(Period.MONTH))).isEqualTo(late.logged());
        assertThat(late.on(budget(Period.QUARTER))).isEqualTo(late.happened());
    }

    @Test
    void aFixedSpanHasNoOtherPeriod() {
        Budget span =
                new Budget(
                        1,
                        "fair",
                        "krogen",
                        null,
                        null,
                        LocalDate.of(2026, 9, 1),
                        LocalDate.of(2026, 9, 8),
                        100,
                        Outcome.ASK,
                        STOCKHOLM);
        Booking late = late("2026-09-07T10:00", "2026-11-02T10:00", YearMonth.of(2026, 9));

        assertThat(late.on(span)).isEqualTo(late.happened());
    }

    @Test
    void P16_what_is_older_than_the_company_lets_pass_is_long_ago() {
        assertThat(late("2026-10-01T10:00", "2026-10-15T10:00").isLongAgo()).isFalse();
        assertThat(late("2026-10-01T09:59", "2026-10-15T10:00").isLongAgo()).isTrue();
    }
}
