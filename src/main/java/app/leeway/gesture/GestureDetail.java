package app.leeway.gesture;

import app.leeway.guardrail.Reason;
import app.leeway.shared.Money;
import java.time.Instant;
import java.util.List;

/**
 * Everything that is known of one gesture.
 *
 * @param first what its giver was answered
 * @param reasons of the verdict that holds now: another than the first where it cost more than was
 *     held
 * @param damage null where unknown
 * @param endedByName null while it has not ended, and when it ended by itself
 * @param trail every entry on every budget, oldest first
 */
public record GestureDetail(
        GestureRow row,
        Answer first,
        List<Reason> reasons,
        String occasion,
        String touchpoint,
        Integer minutes,
        Integer distanceMetres,
        Money damage,
        String lateReason,
        Instant heldUntil,
        Instant endedAt,
        String endedByName,
        String endReason,
        List<Entry> trail) {

    /** One entry in the ledger: what it did to each running figure of the budget. */
    public record Entry(
            String budget,
            String type,
            Money held,
            Money spent,
            Money overdraft,
            String name,
            Instant at) {}
}
