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
 * @param approval to whom it is brought; null unless it waits for approval
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
        Addressed approval,
        boolean replayed) {

    /** Somebody who could say yes, and the unit where they act. */
    public record Approver(String user, String name, String at) {}

    /** What is left on a budget; {@code per} is day, week, month, quarter, year or span. */
    public record Headroom(String budget, Money left, Money limit, String per, boolean own) {}

    /** What did not fit on a budget. */
    public record Shortfall(String budget, Money amount) {}

    /**
     * To whom an exception is brought, and what happens when nobody answers.
     *
     * @param to user names of those to whom it is brought first
     * @param dueAt when it goes further: up, or to its fallback
     * @param fallback what is granted then; null: nothing
     * @param rest what goes on as a request then; null where there is no fallback
     * @param couldApprove all who may decide it, nearest first
     * @param leadership whether nobody but leaders may decide it
     */
    public record Addressed(
            List<String> to,
            Instant dueAt,
            Money fallback,
            Money rest,
            List<Candidate> couldApprove,
            boolean leadership) {

        /** The same people, as they stand beside a verdict. */
        List<Approver> approvers() {
            return couldApprove.stream()
                    .map(c -> new Approver(c.user(), c.name(), c.at()))
                    .toList();
        }
    }

    /**
     * Somebody who may decide it, as things are at the asking.
     *
     * @param at the unit where they act
     * @param present whether they were seen at a desk or with a phone a moment ago
     * @param standsInFor whom they stand in for, or null
     */
    public record Candidate(
            String user, String name, String at, boolean present, Absentee standsInFor) {}

    /** Somebody in whose place another decides. */
    public record Absentee(String user, String name) {}

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
                approval,
                true);
    }
}
