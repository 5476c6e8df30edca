package app.leeway.budget;

/**
 * The running figures of one budget in one period, in minor units. Held and spent together never
 * pass the limit; what went beyond it stands apart, as overdraft in somebody's name.
 *
 * @param periodId key of the period's row
 */
public record BudgetBalance(
        long periodId, long limitMinor, long heldMinor, long spentMinor, long overdraftMinor) {

    public long leftMinor() {
        return limitMinor - heldMinor - spentMinor;
    }

    /** As if the gesture behind the draw had never been. */
    public BudgetBalance without(Allocation draw) {
        return new BudgetBalance(
                periodId,
                limitMinor,
                heldMinor - draw.heldMinor(),
                spentMinor - draw.spentMinor(),
                overdraftMinor - draw.overdraftMinor());
    }

    public BudgetBalance plus(Posting posting) {
        return new BudgetBalance(
                periodId,
                limitMinor + posting.limitDelta(),
                heldMinor + posting.heldDelta(),
                spentMinor + posting.spentDelta(),
                overdraftMinor + posting.overdraftDelta());
    }
}
