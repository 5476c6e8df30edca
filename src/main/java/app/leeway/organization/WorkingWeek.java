package app.leeway.organization;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * When somebody works at a place, day by day, one stretch a day. A stretch may pass midnight: it
 * belongs to the day on which it begins.
 *
 * @param days without those on which nobody works; never empty
 */
public record WorkingWeek(Map<DayOfWeek, Stretch> days) {

    private static final int DAY_MINUTES = 24 * 60;
    private static final Pattern STRETCH =
            Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)-(?:([01]\\d|2[0-3]):([0-5]\\d)|24:00)");

    /** Nobody said when: at any time. */
    public static final WorkingWeek ALWAYS =
            new WorkingWeek(
                    List.of(DayOfWeek.values()).stream()
                            .collect(Collectors.toMap(d -> d, d -> new Stretch(0, DAY_MINUTES))));

    /**
     * From and until in minutes after midnight; until lies less than a day after midnight of the
     * next day.
     */
    public record Stretch(int from, int until) {

        public Stretch {
            if (from < 0 || from >= DAY_MINUTES || until <= from || until > from + DAY_MINUTES) {
                throw new IllegalArgumentException("no stretch of a day: " + from + "-" + until);
            }
        }

        /**
         * Reads {@code 08:00-17:00}; an end that is not after the beginning lies on the next day,
         * {@code 24:00} is midnight.
         *
         * @throws IllegalArgumentException when it is no such thing, or begins and ends alike
         */
        public static Stretch of(String text) {
            Matcher matcher = STRETCH.matcher(text);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        "'" + text + "' is not a stretch of a day such as 08:00-17:00");
            }
            int from = minutes(matcher.group(1), matcher.group(2));
            int until =
                    matcher.group(3) == null
                            ? DAY_MINUTES
                            : minutes(matcher.group(3), matcher.group(4));
            if (from == until) {
                throw new IllegalArgumentException(
                        "'" + text + "' begins and ends alike; a whole day is 00:00-24:00");
            }
            return new Stretch(from, until < from ? until + DAY_MINUTES : until);
        }

        private static int minutes(String hours, String minutes) {
            return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
        }

        ZonedDateTime begin(LocalDate day, ZoneId zone) {
            return at(day, from, zone).withEarlierOffsetAtOverlap();
        }

        ZonedDateTime end(LocalDate day, ZoneId zone) {
            return at(day, until, zone).withLaterOffsetAtOverlap();
        }

        private static ZonedDateTime at(LocalDate day, int minutes, ZoneId zone) {
            LocalTime time = LocalTime.ofSecondOfDay(minutes % DAY_MINUTES * 60L);
            return day.plusDays(minutes / DAY_MINUTES).atTime(time).atZone(zone);
        }

        @Override
        public String toString() {
            int end = until == DAY_MINUTES ? until : until % DAY_MINUTES;
            return "%02d:%02d-%02d:%02d".formatted(from / 60, from % 60, end / 60, end % 60);
        }
    }

    public WorkingWeek {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a week in which nobody works has no hours");
        }
        days = Collections.unmodifiableMap(new EnumMap<>(days));
    }

    Optional<Stretch> on(DayOfWeek day) {
        return Optional.ofNullable(days.get(day));
    }

    /** Neighbouring days that are alike, together: {@code mon-fri} to {@code 08:00-17:00}. */
    public Map<String, String> runs() {
        Map<String, String> runs = new java.util.LinkedHashMap<>();
        List<DayOfWeek> left = new ArrayList<>(days.keySet());
        while (!left.isEmpty()) {
            DayOfWeek first = left.remove(0);
            DayOfWeek last = first;
            while (!left.isEmpty()
                    && left.get(0).getValue() == last.getValue() + 1
                    && days.get(left.get(0)).equals(days.get(first))) {
                last = left.remove(0);
            }
            runs.put(
                    first == last ? code(first) : code(first) + "-" + code(last),
                    days.get(first).toString());
        }
        return runs;
    }

    /** {@code mon}. */
    public static String code(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * The days that {@code mon}, {@code sat-sun} and the like mean.
     *
     * @throws IllegalArgumentException when it is no such thing
     */
    public static List<DayOfWeek> daysOf(String run) {
        List<String> codes = List.of(DayOfWeek.values()).stream().map(WorkingWeek::code).toList();
        String[] ends = run.split("-", -1);
        int first = codes.indexOf(ends[0]);
        int last = codes.indexOf(ends[ends.length - 1]);
        if (ends.length > 2 || first < 0 || last < first || ends.length == 2 && last == first) {
            throw new IllegalArgumentException(
                    "'" + run + "' is not a day, or days, such as mon or mon-fri");
        }
        return List.of(DayOfWeek.values()).subList(first, last + 1);
    }

    /** As it is stored. */
    static WorkingWeek parse(String text) {
        Map<DayOfWeek, Stretch> days = new EnumMap<>(DayOfWeek.class);
        for (String run : text.split(", ")) {
            String[] parts = run.split(" ");
            daysOf(parts[0]).forEach(day -> days.put(day, Stretch.of(parts[1])));
        }
        return new WorkingWeek(days);
    }

    /** {@code mon-fri 08:00-17:00, sat 10:00-14:00}. */
    @Override
    public String toString() {
        return runs().entrySet().stream()
                .map(run -> run.getKey() + " " + run.getValue())
                .collect(Collectors.joining(", "));
    }
}
