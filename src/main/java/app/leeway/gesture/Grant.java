package app.leeway.gesture;

import app.leeway.budget.Allocation;
import app.leeway.budget.Budget;
import app.leeway.budget.BudgetBalance;
import app.leeway.budget.Posting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What an amount comes to on each budget when a gesture that waits is granted: the room is looked
 * at again, what fits by then is drawn, and only the rest goes beyond, in the approver's name.
 * Pure.
 */
record Grant(long amountMinor, List<Part> parts) {

    /**
     * What falls on one budget.
     *
     * @param budget code; null for a budget that has been retired since
     * @param draw what the gesture has drawn until now; null when it never did
     * @param before how the budget stands now
     */
    record Part(
            String budget,
            String per,
            Allocation draw,
            BudgetBalance before,
            long withinMinor,
            long beyondMinor) {

        long heldMinor() {
            return draw == null ? 0 : draw.heldMinor();
        }

        /** How the budget stands once it is granted. */
        BudgetBalance after() {
            return new BudgetBalance(
                    before.periodId(),
                    before.limitMinor(),
                    before.heldMinor() - heldMinor() + withinMinor,
                    before.spentMinor(),
                    before.overdraftMinor() + beyondMinor);
        }
    }

    /**
     * @param on the budgets it draws on
     * @param draws what it has drawn until now, by period
     * @param standings of all these periods
     */
    static Grant of(
            long amountMinor,
            List<ResolvedRequest.DrawnOn> on,
            Map<Long, Allocation> draws,
            Map<Long, BudgetBalance> standings) {
        Map<Long, Allocation> retired = new TreeMap<>(draws);
        List<Part> parts = new ArrayList<>();
        for (ResolvedRequest.DrawnOn drawn : on) {
            Budget budget = drawn.budget();
            parts.add(
                    part(
                            amountMinor,
                            budget.code(),
                            budget.periodCode(),
                            retired.remove(drawn.periodId()),
                            standings.get(drawn.periodId())));
        }
        retired.values()
                .forEach(
                        d ->
                                parts.add(
                                        part(
                                                amountMinor,
                                                null,
                                                null,
                                                d,
                                                standings.get(d.periodId()))));
        return new Grant(amountMinor, parts);
    }

    /** The same of another amount. */
    Grant of(long minor) {
        return new Grant(
                minor,
                parts.stream()
                        .map(p -> part(minor, p.budget(), p.per(), p.draw(), p.before()))
                        .toList());
    }

    /** Held, whole, where it fits, and not at all where it does not: as what waits is. */
    Grant waiting() {
        return new Grant(
                amountMinor,
                parts.stream()
                        .map(
                                p ->
                                        new Part(
                                                p.budget(),
                                                p.per(),
                                                p.draw(),
                                                p.before(),
                                                p.beyondMinor() > 0 ? 0 : p.withinMinor(),
                                                0))
                        .toList());
    }

    /** The most that every budget has room for, with what is held for it. */
    long roomMinor() {
        return parts.stream()
                .mapToLong(p -> p.before().leftMinor() + p.heldMinor())
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private static Part part(
            long amountMinor, String budget, String per, Allocation draw, BudgetBalance standing) {
        long room = standing.leftMinor() + (draw == null ? 0 : draw.heldMinor());
        long within = Math.min(amountMinor, Math.max(0, room));
        return new Part(budget, per, draw, standing, within, amountMinor - within);
    }

    /** The entries that hold it, in the place of what was held until now. */
    List<Posting> held(UUID gesture, Long person, Instant at) {
        List<Posting> postings = new ArrayList<>();
        for (Part part : parts) {
            postings.addAll(
                    Posting.holdAnew(
                            part.before().periodId(),
                            part.draw(),
                            gesture,
                            part.withinMinor(),
                            part.beyondMinor(),
                            person,
                            at));
        }
        return postings;
    }

    /** The entries that settle it at once, where its cost is fixed. */
    List<Posting> settled(UUID gesture, Long person, Instant at) {
        List<Posting> postings = new ArrayList<>();
        for (Part part : parts) {
            Allocation draw =
                    part.draw() == null
                            ? new Allocation(part.before().periodId(), 0, 0, 0)
                            : part.draw();
            postings.addAll(
                    Posting.settle(
                            draw, gesture, part.withinMinor(), part.beyondMinor(), person, at));
        }
        return postings;
    }
}
