package app.leeway.gesture;

import app.leeway.guardrail.Outcome;
import app.leeway.guardrail.Reason;
import app.leeway.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What somebody who logs a gesture is told. Kept with the gesture, so that a replay gets the same.
 *
 * @param state the first one
 * @param review null when nobody needs to look
 * @param reasons strictest first; empty for a plain GO
 * @param couldApprove nearest first; empty unless the outcome is ASK
 * @param headroom what is left after it, on every budget it draws on; the person's own first
 * @param shortfall what did not fit, on budgets without room
 * @param heldUntil when a hold expires, or null
 * @param judgedFor when it happened or is planned for
 * @param replayed whether this was answered before
 */
public record Answer(
        UUID id,
        GestureState state,
        Review review,
        Outcome outcome,
        List<Reason> reasons,
        List<Approver> couldApprove,
        Money cost,
        List<Headroom> headroom,
        List<Shortfall> shortfall,
        Instant heldUntil,
        Instant receivedAt,
        Instant judgedFor,
        boolean done,
        boolean replayed) {

    /** Somebody who could say yes, and the unit where they act. */
    public record Approver(String user, String name, String at) {}

    /** What is left on a budget; {@code per} is day, week, month, quarter, year or span. */
    public record Headroom(String budget, Money left, Money limit, String per, boolean own) {}

    /** What did not fit on a budget. */
    public record Shortfall(String budget, Money amount) {}

    Answer asReplay() {
        return new Answer(
                id,
                state,
                review,
                outcome,
                reasons,
                couldApprove,
                cost,
                headroom,
                shortfall,
                heldUntil,
                receivedAt,
                judgedFor,
                done,
                true);
    }
}
