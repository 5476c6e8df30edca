package app.leeway.budget;

import app.leeway.shared.Period;
import app.leeway.shared.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Set;

/**
 * When something happened and when it was logged, and in which period of a budget it is booked
 * therefore: in its own, unless that has closed. Then in the one that is open, so that what was
 * reported of a period stays true. Pure.
 *
 * <p>Days and weeks close when they end: otherwise whoever dates back draws on each of them. Longer
 * periods close with the month in which they end, or by themselves when nothing of them may be
 * logged any more without a manager's yes.
 *
 * @param happened when it happened or is planned for
 * @param logged when it was logged, on a later day; null: on the day it happened, or before
 * @param withinDays how many days ago something may have happened that needs no manager's yes
 * @param closed months that a steward has closed; of no interest unless it is late
 */
public record Booking(Instant happened, Instant logged, int withinDays, Set<YearMonth> closed) {

    public Booking {
        closed = Set.copyOf(closed);
    }

    /** Of what is logged on the day it happens, or ahead. */
    public static Booking onTime(Instant when) {
        return new Booking(when, null, 0, Set.of());
    }

    public boolean isLate() {
        return logged != null;
    }

    /** Whether it happened longer ago than the company lets pass by itself. */
    public boolean isLongAgo() {
        return isLate() && happened.isBefore(logged.minus(within()));
    }

    /** An instant of the period in which it is booked; of a fixed span there is no other one. */
    public Instant on(Budget budget) {
        return isLate() && budget.per() != null && hasClosed(budget) ? logged : happened;
    }

    private boolean hasClosed(Budget budget) {
        Span own = budget.per().holding(happened, budget.zone());
        if (own.until().isAfter(logged)) {
            return false;
        }
        boolean ofDays = budget.per() == Period.DAY || budget.per() == Period.WEEK;
        return ofDays
                || !own.until().plus(within()).isAfter(logged)
                || closed.contains(monthOf(own, budget));
    }

    /** The month that a period belongs to: the one in which it ends. */
    private static YearMonth monthOf(Span period, Budget budget) {
        return YearMonth.from(period.until().minusNanos(1).atZone(budget.zone()));
    }

    private Duration within() {
        return Duration.ofDays(withinDays);
    }
}
