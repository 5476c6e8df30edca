package app.leeway.absence;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;

/** Absences for tests, in December 2026 in Stockholm. */
final class AbsenceFixture {

    static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private AbsenceFixture() {}

    static Instant december(int day) {
        return december(day, 0);
    }

    static Instant december(int day, int hour) {
        return LocalDateTime.of(2026, 12, day, hour, 0).atZone(STOCKHOLM).toInstant();
    }

    /** By hand, from the beginning of one day to that of another. */
    static Absence away(long person, int from, int until, Long standIn) {
        return absence(person, from, until, standIn, false, 1);
    }

    static Absence absence(
            long person, int from, int until, Long standIn, boolean fromCalendar, int madeOn) {
        return new Absence(
                UUID.randomUUID(),
                person,
                december(from),
                december(until),
                standIn,
                fromCalendar,
                person,
                december(madeOn));
    }
}
