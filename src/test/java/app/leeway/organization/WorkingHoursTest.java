package app.leeway.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingHoursTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final WorkingHours OFFICE =
            new WorkingHours(WorkingWeek.parse("mon-fri 08:00-17:00, sat 10:00-14:00"), STOCKHOLM);
    private static final WorkingHours NIGHT_BUS =
            new WorkingHours(WorkingWeek.parse("fri-sat 22:00-04:00"), STOCKHOLM);
    private static final List<ZoneId> ZONES =
            List.of(
                    STOCKHOLM,
                    ZoneId.of("UTC"),
                    ZoneId.of("America/New_York"),
                    ZoneId.of("Australia/Lord_Howe"), // daylight saving by half an hour
                    ZoneId.of("Asia/Kathmandu"),
                    ZoneId.of("America/Santiago")); // where it begins at midnight

    @ParameterizedTest(name = "{1} after {0} is {2}")
    @CsvSource({
        "2026-11-23T09:00, PT2H, 2026-11-23T11:00", // a Monday
        "2026-11-23T16:00, PT2H, 2026-11-24T09:00", // the night does not count
        "2026-11-23T20:00, PT2H, 2026-11-24T10:00",
        "2026-11-23T05:00, PT2H, 2026-11-23T10:00",
        "2026-11-27T16:30, PT1H, 2026-11-28T10:30", // Friday into Saturday
        "2026-11-28T13:00, PT2H, 2026-11-30T09:00", // Saturday over the weekend
        "2026-11-29T12:00, PT1M, 2026-11-30T08:01", // Sunday
        "2026-11-23T08:00, PT9H, 2026-11-23T17:00", // exactly the day
        "2026-11-23T08:00, PT49H, 2026-11-28T14:00", // exactly the week
        "2026-11-29T12:00, PT0S, 2026-11-29T12:00",
    })
    void nightsAndWeekendsDoNotCount(LocalDateTime since, Duration working, LocalDateTime then) {
        assertThat(OFFICE.after(at(since), working)).isEqualTo(at(then));
    }

    @ParameterizedTest(name = "{1} after {0} is {2}")
    @CsvSource({
        "2026-11-27T23:00, PT2H, 2026-11-28T01:00", // through midnight
        "2026-11-28T03:00, PT2H, 2026-11-28T23:00",
        "2026-11-29T03:00, PT1H, 2026-11-29T04:00", // of Saturday's stretch
        "2026-11-29T03:30, PT1H, 2026-12-04T22:30",
    })
    void aStretchMayPassMidnight(LocalDateTime since, Duration working, LocalDateTime then) {
        assertThat(NIGHT_BUS.after(at(since), working)).isEqualTo(at(then));
    }

    @Test
    void anHourThatDaylightSavingTakesIsNotWorked() {
        // the night to 29 March 2026: 02:00 becomes 03:00, so 22-04 has five hours
        Instant opening = at(LocalDateTime.parse("2026-03-28T22:00"));
        assertThat(NIGHT_BUS.after(opening, Duration.ofHours(5)))
                .isEqualTo(Instant.parse("2026-03-29T02:00:00Z"))
                .isEqualTo(at(LocalDateTime.parse("2026-03-29T04:00")));
        assertThat(NIGHT_BUS.between(opening, opening.plus(2, ChronoUnit.DAYS)))
                .isEqualTo(Duration.ofHours(5));
    }

    @Test
    void anHourThatDaylightSavingGivesIsWorkedTwice() {
        // the night to 25 October 2026: 03:00 becomes 02:00, so 22-04 has seven hours
        Instant opening = at(LocalDateTime.parse("2026-10-24T22:00"));
        assertThat(NIGHT_BUS.after(opening, Duration.ofHours(7)))
                .isEqualTo(at(LocalDateTime.parse("2026-10-25T04:00")));
    }

    @Test
    void whereNoHoursAreGivenEveryHourCounts() {
        WorkingHours always = new WorkingHours(WorkingWeek.ALWAYS, STOCKHOLM);
        Random random = new Random(41);
        for (int i = 0; i < 500; i++) {
            Instant since = anInstant(random);
            Duration working = Duration.ofMinutes(random.nextInt(60 * 24 * 30));
            assertThat(always.after(since, working)).isEqualTo(since.plus(working));
            assertThat(always.isOpen(since)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatWasAddedIsWhatLiesBetween(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            WorkingHours hours = someHours(random);
            Instant since = anInstant(random);
            Duration working = Duration.ofMinutes(1 + random.nextInt(60 * 24 * 5));
            Instant then = hours.after(since, working);
            String as = seed + ": " + hours + " since " + since + " for " + working;
            assertThat(then).as(as).isAfterOrEqualTo(since.plus(working));
            assertThat(hours.between(since, then)).as(as).isEqualTo(working);
            assertThat(hours.isOpen(then.minusNanos(1))).as(as).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7, 8})
    void inTwoPartsOrAsOneItIsTheSameAndLaterIsNeverEarlier(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            WorkingHours hours = someHours(random);
            Instant since = anInstant(random);
            Duration one = Duration.ofMinutes(1 + random.nextInt(3000));
            Duration two = Duration.ofMinutes(1 + random.nextInt(3000));
            String as = seed + ": " + hours + " since " + since + " for " + one + " and " + two;
            assertThat(hours.after(hours.after(since, one), two))
                    .as(as)
                    .isEqualTo(hours.after(since, one.plus(two)));
            assertThat(hours.after(since.plus(two), one))
                    .as(as)
                    .isAfterOrEqualTo(hours.after(since, one));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {9, 10})
    void minuteByMinuteItCountsTheSame(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 12; i++) {
            WorkingHours hours = someHours(random);
            Instant since = anInstant(random).truncatedTo(ChronoUnit.MINUTES);
            int minutes = 1 + random.nextInt(600);
            Instant walked = since;
            for (int worked = 0; worked < minutes; walked = walked.plus(1, ChronoUnit.MINUTES)) {
                worked += hours.isOpen(walked) ? 1 : 0;
            }
            assertThat(hours.after(since, Duration.ofMinutes(minutes)))
                    .as(seed + ": " + hours + " since " + since + " for " + minutes)
                    .isEqualTo(walked);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mon-sun 00:00-24:00",
                "mon-fri 08:00-17:00, sat 10:00-14:00",
                "mon 08:00-17:00, wed 08:00-17:00, fri-sat 22:00-04:00"
            })
    void aWeekComesBackFromItsText(String text) {
        assertThat(WorkingWeek.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8-17", "08:00-08:00", "24:00-08:00", "08:60-17:00", "25:00-26:00", ""})
    void whatIsNoStretchOfADayIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> WorkingWeek.Stretch.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fri-mon", "mon-mon", "monday", "mon-tue-wed", "", "-"})
    void whatAreNoDaysIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> WorkingWeek.daysOf(text));
    }

    private static WorkingHours someHours(Random random) {
        Map<DayOfWeek, WorkingWeek.Stretch> days = new EnumMap<>(DayOfWeek.class);
        days.put(DayOfWeek.of(1 + random.nextInt(7)), someStretch(random));
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(3) > 0) {
                days.put(day, someStretch(random));
            }
        }
        return new WorkingHours(new WorkingWeek(days), ZONES.get(random.nextInt(ZONES.size())));
    }

    private static WorkingWeek.Stretch someStretch(Random random) {
        int from = random.nextInt(24 * 60);
        return new WorkingWeek.Stretch(from, from + 60 + random.nextInt(23 * 60 + 1));
    }

    /** Often near a change of daylight saving. */
    private static Instant anInstant(Random random) {
        LocalDate day =
                random.nextBoolean()
                        ? LocalDate.of(2026, 3, 25).plusDays(random.nextInt(12))
                        : LocalDate.of(2026, 10, 20).plusDays(random.nextInt(20));
        return ZonedDateTime.of(day.atStartOfDay(), STOCKHOLM)
                .plusMinutes(random.nextInt(24 * 60))
                .toInstant();
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(STOCKHOLM).toInstant();
    }
}
