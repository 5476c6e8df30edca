package app.leeway.gesture;

import app.leeway.shared.Money;
import java.util.List;

/**
 * What became of a gesture that was granted.
 *
 * @param state held, or settled where its cost is fixed
 * @param shares what falls on each budget
 */
public record Granted(GestureState state, Money amount, List<Share> shares) {

    /**
     * What a yes does to one budget.
     *
     * @param per day, week, month, quarter, year or span
     * @param leftBefore what is left now, with what is held for the gesture taken off
     * @param leftAfter what is left after the yes
     * @param beyond what does not fit, and would be an overdraft in the approver's name
     */
    public record Share(
            String budget,
            String per,
            Money limit,
            Money leftBefore,
            Money leftAfter,
            Money beyond) {}
}
