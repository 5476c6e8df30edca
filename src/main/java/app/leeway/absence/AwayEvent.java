package app.leeway.absence;

import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.io.TimezoneInfo;
import biweekly.property.Categories;
import biweekly.property.RecurrenceRule;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An event of a calendar that says that somebody is away, and its occurrences.
 *
 * <p>A calendar has no one way to say so. What counts is, in this order: it was not cancelled; what
 * Outlook marks as <em>out of office</em> is away, and what it marks otherwise is not; else a word
 * for being away in its categories or title.
 */
final class AwayEvent {

    private static final String OUTLOOK = "X-MICROSOFT-CDO-BUSYSTATUS";
    private static final Pattern WORDS =
            Pattern.compile(
                    "(?iU)\\b(out of office|ooo|away|vacation|holidays?|annual leave|sick leave"
                            + "|parental leave|on leave|day off|time off|semester|ledig"
                            + "|tjänstledig|föräldraledig|sjukskriven|frånvarande|frånvaro"
                            + "|bortrest|borta|ej på kontoret)\\b");
    private static final Set<Frequency> BY_DAYS =
            Set.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY);
    private static final Duration LONGEST = Duration.ofDays(400);

    private final VEvent event;
    private final boolean wholeDays;
    private final boolean floating;
    private final TimeZone zone;
    private final ZoneId home;

    AwayEvent(VEvent event, TimezoneInfo zones, ZoneId home) {
        this.event = event;
        this.home = home;
        this.wholeDays = !event.getDateStart().getValue().hasTime();
        this.floating = wholeDays || zones.isFloating(event.getDateStart());
        TimezoneAssignment own = floating ? null : zones.getTimezone(event.getDateStart());
        this.zone =
                floating
                        ? TimeZone.getDefault() // by which the library has read it
                        : own == null ? TimeZone.getTimeZone("UTC") : own.getTimeZone();
    }

    static boolean isAway(VEvent event) {
        if (event.getStatus() != null && event.getStatus().isCancelled()) {
            return false;
        }
        if (event.getExperimentalProperty(OUTLOOK) != null) {
            return "OOF".equalsIgnoreCase(event.getExperimentalProperty(OUTLOOK).getValue());
        }
        Stream<String> categories =
                event.getCategories().stream().map(Categories::getValues).flatMap(List::stream);
        Stream<String> title =
                event.getSummary() == null || event.getSummary().getValue() == null
                        ? Stream.empty()
                        : Stream.of(event.getSummary().getValue());
        return Stream.concat(categories, title).anyMatch(text -> WORDS.matcher(text).find());
    }

    static String uid(VEvent event) {
        String uid = event.getUid() == null ? null : event.getUid().getValue();
        return uid == null ? "" : uid;
    }

    /**
     * Those that are not over at {@code now} and begin before {@code horizon}.
     *
     * @param elsewhere occurrences that have an event of their own
     */
    List<AwayTime> times(
            Instant now, Instant horizon, Set<Date> elsewhere, CalendarFile.StepCounter steps) {
        Duration length = length();
        if (length.isNegative() || length.isZero() || length.compareTo(LONGEST) > 0) {
            return List.of();
        }
        List<AwayTime> times = new ArrayList<>();
        if (!recurs()) {
            Date start = event.getDateStart().getValue();
            add(times, new Date(start.getTime()), length, now, horizon);
            return times;
        }
        DateIterator starts = event.getDateIterator(zone);
        while (starts.hasNext()) {
            steps.step();
            Date start = starts.next();
            if (!from(start).isBefore(horizon)) {
                break;
            }
            if (!elsewhere.contains(start)) {
                add(times, start, length, now, horizon);
            }
        }
        return times;
    }

    private void add(
            List<AwayTime> times, Date start, Duration length, Instant now, Instant horizon) {
        Instant from = from(start);
        Instant until = until(start, length);
        if (until.isAfter(now) && from.isBefore(horizon)) {
            times.add(new AwayTime(key(start), from, until));
        }
    }

    /** What recurs within a day is no absence; it counts once. */
    private boolean recurs() {
        List<RecurrenceRule> rules = event.getProperties(RecurrenceRule.class);
        if (event.getRecurrenceId() != null
                || rules.isEmpty() && event.getRecurrenceDates().isEmpty()) {
            return false;
        }
        return rules.stream().allMatch(rule -> isByDays(rule.getValue()));
    }

    private static boolean isByDays(Recurrence rule) {
        return rule != null
                && rule.getFrequency() != null
                && BY_DAYS.contains(rule.getFrequency())
                && rule.getByHour().size() <= 1
                && rule.getByMinute().size() <= 1
                && rule.getBySecond().size() <= 1;
    }

    /** Whole days as if each had 24 hours; where they begin and end is reckoned by the date. */
    private Duration length() {
        Date start = event.getDateStart().getValue();
        if (event.getDateEnd() != null && event.getDateEnd().getValue() != null) {
            Date end = event.getDateEnd().getValue();
            return wholeDays
                    ? Duration.between(local(start), local(end))
                    : Duration.between(start.toInstant(), end.toInstant());
        }
        if (event.getDuration() != null && event.getDuration().getValue() != null) {
            return Duration.ofMillis(event.getDuration().getValue().toMillis());
        }
        return wholeDays ? Duration.ofDays(1) : Duration.ZERO;
    }

    private Instant from(Date start) {
        return floating
                ? local(start).atZone(home).toInstant()
                : Instant.ofEpochMilli(start.getTime());
    }

    private Instant until(Date start, Duration length) {
        return wholeDays
                ? local(start).plusDays(length.toDays()).atZone(home).toInstant()
                : from(start).plus(length);
    }

    private LocalDateTime local(Date date) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(date.getTime()), zone.toZoneId());
    }

    /** A single event may move and stays the same; an occurrence is known by where it belongs. */
    private String key(Date start) {
        String which =
                event.getRecurrenceId() != null
                        ? Long.toString(event.getRecurrenceId().getValue().getTime())
                        : recurs() ? Long.toString(start.getTime()) : "";
        String uid = uid(event);
        return sha256(uid.isEmpty() ? start.getTime() + "" : uid + "/" + which);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
