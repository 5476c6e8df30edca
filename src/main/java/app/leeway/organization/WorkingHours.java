package app.leeway.organization;

import app.leeway.shared.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The working time of one place, in its zone: nights, free days and the hours that daylight saving
 * gives and takes are reckoned as they are there. Pure.
 *
 * @param week when somebody works
 * @param zone where the place is
 */
public record WorkingHours(WorkingWeek week, ZoneId zone) {

    /** More than any approval waits; whoever asks for more has made a mistake. */
    static final Duration MOST = Duration.ofDays(366);

    /**
     * The first instant at which that much working time has passed.
     *
     * @param since also outside working hours: then the time begins to run when they do
     * @param working not negative, at most {@link #MOST}
     * @return {@code since} itself for nothing
     */
    public Instant after(Instant since, Duration working) {
        if (working.isNegative() || working.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("no working time to wait for: " + working);
        }
        Duration left = working;
        Instant reached = since;
        LocalDate day = dayBefore(since);
        while (!left.isZero()) {
            Optional<Span> stretch = stretch(day, reached);
            if (stretch.isPresent()) {
                Duration here = Duration.between(stretch.get().from(), stretch.get().until());
                if (left.compareTo(here) <= 0) {
                    return stretch.get().from().plus(left);
                }
                left = left.minus(here);
                reached = stretch.get().until();
            }
            day = day.plusDays(1);
        }
        return since;
    }

    /** How much working time lies between the two; nothing when the second is not later. */
    public Duration between(Instant since, Instant until) {
        Duration sum = Duration.ZERO;
        Instant reached = since;
        for (LocalDate day = dayBefore(since); reached.isBefore(until); day = day.plusDays(1)) {
            if (day.atStartOfDay(zone).toInstant().isAfter(until)) {
                return sum;
            }
            Optional<Span> stretch = stretch(day, reached);
            if (stretch.isPresent() && stretch.get().from().isBefore(until)) {
                Instant end = stretch.get().until().isBefore(until) ? stretch.get().until() : until;
                sum = sum.plus(Duration.between(stretch.get().from(), end));
                reached = end;
            }
        }
        return sum;
    }

    /** Whether somebody works then. */
    public boolean isOpen(Instant at) {
        LocalDate day = dayBefore(at);
        return stretch(day, at).filter(s -> s.holds(at)).isPresent()
                || stretch(day.plusDays(1), at).filter(s -> s.holds(at)).isPresent();
    }

    /** Yesterday's stretch may last into today. */
    private LocalDate dayBefore(Instant at) {
        return at.atZone(zone).toLocalDate().minusDays(1);
    }

    /** What is left of that day's stretch; where stretches overlap, time runs once. */
    private Optional<Span> stretch(LocalDate day, Instant notBefore) {
        return week.on(day.getDayOfWeek())
                .flatMap(
                        stretch -> {
                            Instant begin = stretch.begin(day, zone).toInstant();
                            Instant end = stretch.end(day, zone).toInstant();
                            Instant from = begin.isBefore(notBefore) ? notBefore : begin;
                            return from.isBefore(end)
                                    ? Optional.of(new Span(from, end))
                                    : Optional.empty();
                        });
    }
}
