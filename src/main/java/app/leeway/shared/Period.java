package app.leeway.shared;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * The calendar periods by which budgets and guardrails count: they begin at midnight where the
 * owner is.
 */
public enum Period {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    /**
     * @throws IllegalArgumentException when there is no such period
     */
    public static Period of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The period that holds the instant, half-open, with the days that daylight saving makes 23 or
     * 25 hours long.
     */
    public Span holding(Instant instant, ZoneId zone) {
        LocalDate first = first(instant.atZone(zone).toLocalDate());
        return new Span(
                first.atStartOfDay(zone).toInstant(), after(first).atStartOfDay(zone).toInstant());
    }

    private LocalDate first(LocalDate date) {
        return switch (this) {
            case DAY -> date;
            case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> YearMonth.from(date).atDay(1);
            case QUARTER -> date.with(IsoFields.DAY_OF_QUARTER, 1);
            case YEAR -> date.withDayOfYear(1);
        };
    }

    private LocalDate after(LocalDate first) {
        return switch (this) {
            case DAY -> first.plusDays(1);
            case WEEK -> first.plusWeeks(1);
            case MONTH -> first.plusMonths(1);
            case QUARTER -> first.plusMonths(3);
            case YEAR -> first.plusYears(1);
        };
    }
}
