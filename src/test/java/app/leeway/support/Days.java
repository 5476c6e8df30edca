package app.leeway.support;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/**
 * Instants for gestures of tests. Noon of another day is never near a midnight, so that no test
 * depends on the hour at which it runs.
 */
public final class Days {

    public static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private Days() {}

    public static Instant yesterdayAtNoon() {
        return daysAgo(1);
    }

    public static Instant tomorrowAtNoon() {
        return daysAhead(1);
    }

    /** Noon in Stockholm, so many days ago. */
    public static Instant daysAgo(int days) {
        return noon(today().minusDays(days));
    }

    /** Noon in Stockholm, in so many days. */
    public static Instant daysAhead(int days) {
        return noon(today().plusDays(days));
    }

    public static Instant nextSundayAtNoon() {
        return noon(today().with(TemporalAdjusters.next(DayOfWeek.SUNDAY)));
    }

    public static Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(STOCKHOLM).toInstant();
    }

    public static LocalDate today() {
        return LocalDate.now(STOCKHOLM);
    }
}
