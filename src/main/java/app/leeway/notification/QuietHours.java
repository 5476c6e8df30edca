package app.leeway.notification;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The hours in which somebody does not want to be reached outside the app; over midnight where they
 * begin later than they end.
 *
 * @param from the first minute of quiet
 * @param until the first minute after it
 */
public record QuietHours(LocalTime from, LocalTime until) {

    public QuietHours {
        if (from.equals(until)) {
            throw new IllegalArgumentException("quiet hours from " + from + " never end");
        }
    }

    public boolean holds(Instant at, ZoneId zone) {
        LocalTime time = at.atZone(zone).toLocalTime();
        boolean begun = !time.isBefore(from);
        boolean before = time.isBefore(until);
        return from.isBefore(until) ? begun && before : begun || before;
    }

    /** The same instant outside of quiet hours, else the one at which they end. */
    public Instant after(Instant at, ZoneId zone) {
        if (!holds(at, zone)) {
            return at;
        }
        ZonedDateTime local = at.atZone(zone);
        ZonedDateTime end = local.toLocalDate().atTime(until).atZone(zone);
        boolean isPast = !end.toInstant().isAfter(at);
        return isPast
                ? local.toLocalDate().plusDays(1).atTime(until).atZone(zone).toInstant()
                : end.toInstant();
    }
}
