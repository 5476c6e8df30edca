package app.leeway.absence;

import app.leeway.shared.RefusedException;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An iCalendar file, and the times away in it. Pure, and bounded in everything: the file may have
 * been written by anybody.
 *
 * <p>Design notice: the definitions of time zones in a file are rules of recurrence too, and are
 * evaluated by the library while it reads. Those that are not what zones are made of are taken out
 * before ({@link ZoneDefinitions}).
 */
final class CalendarFile {

    /** Larger ones are refused. */
    static final int BYTES_MOST = 2 * 1024 * 1024;

    /** How far ahead it is read: a recurrence without end ends here. */
    static final Duration HORIZON = Duration.ofDays(400);

    private static final int EVENTS_MOST = 20_000;
    private static final int TIMES_MOST = 500;
    private static final int CALENDARS_MOST = 10;

    private final Instant now;
    private final ZoneId home;
    private final StepCounter steps = new StepCounter();
    private final Map<String, AwayTime> times = new HashMap<>();

    private CalendarFile(Instant now, ZoneId home) {
        this.now = now;
        this.home = home;
    }

    /**
     * @param home where days without a zone begin
     * @return those that are not over and begin within the {@link #HORIZON}, the nearest first, 500
     *     at most
     * @throws RefusedException INVALID with what is wrong with the file
     */
    static List<AwayTime> timesAway(byte[] file, Instant now, ZoneId home) {
        if (file.length > BYTES_MOST) {
            throw wrong("too-large", "A calendar has 2 MB at most.");
        }
        return new CalendarFile(now, home).read(new String(file, StandardCharsets.UTF_8));
    }

    private List<AwayTime> read(String text) {
        int calendars = 0;
        try (ICalReader reader = new ICalReader(new StringReader(ZoneDefinitions.sound(text)))) {
            for (ICalendar calendar = reader.readNext();
                    calendar != null && calendars < CALENDARS_MOST;
                    calendar = reader.readNext()) {
                calendars++;
                read(calendar);
            }
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            throw wrong("not-a-calendar", "That cannot be read as a calendar (iCalendar).");
        }
        if (calendars == 0) {
            throw wrong("not-a-calendar", "That is no calendar (iCalendar).");
        }
        return times.values().stream()
                .sorted(Comparator.comparing(AwayTime::from).thenComparing(AwayTime::key))
                .limit(TIMES_MOST)
                .toList();
    }

    private void read(ICalendar calendar) {
        List<VEvent> events = calendar.getEvents();
        if (events.size() > EVENTS_MOST) {
            throw wrong("too-many-events", "A calendar has 20,000 events at most.");
        }
        Map<String, Set<Date>> moved = moved(events);
        for (VEvent event : events) {
            if (!AwayEvent.isAway(event) || event.getDateStart() == null) {
                continue;
            }
            AwayEvent away = new AwayEvent(event, calendar.getTimezoneInfo(), home);
            Set<Date> elsewhere =
                    event.getRecurrenceId() == null
                            ? moved.getOrDefault(AwayEvent.uid(event), Set.of())
                            : Set.of();
            away.times(now, now.plus(HORIZON), elsewhere, steps)
                    .forEach(time -> times.put(time.key(), time));
        }
    }

    /** Occurrences that have an event of their own, by the event they are of. */
    private static Map<String, Set<Date>> moved(List<VEvent> events) {
        Map<String, Set<Date>> moved = new HashMap<>();
        for (VEvent event : events) {
            if (event.getRecurrenceId() != null && event.getRecurrenceId().getValue() != null) {
                moved.computeIfAbsent(AwayEvent.uid(event), uid -> new HashSet<>())
                        .add(new Date(event.getRecurrenceId().getValue().getTime()));
            }
        }
        return moved;
    }

    static RefusedException wrong(String code, String message) {
        return RefusedException.invalid("calendar", code, message);
    }

    /** Counts what is looked at, so that no file keeps the server busy for long. */
    static final class StepCounter {
        private static final int MOST = 500_000;
        private int taken;

        void step() {
            if (++taken > MOST) {
                throw wrong("too-many-events", "The recurrences of that calendar are too many.");
            }
        }
    }
}
