package app.leeway.organization;

import java.time.Duration;

/**
 * What the company says of deciding exceptions; each part may be missing.
 *
 * @param fourEyesAboveMinor two people say yes to what costs more, in minor units; null: one is
 *     enough
 * @param remindAfter working time; null: as usual
 * @param escalateAfter working time; null: as usual
 * @param sample per cent of the gestures inside the rules that somebody looks at; null: none
 * @param secondFactorAboveMinor whoever decides about more has shown a second factor, and so has
 *     whoever changes the company file; null: a password is enough for both
 */
public record ApprovalRules(
        Long fourEyesAboveMinor,
        Duration remindAfter,
        Duration escalateAfter,
        Integer sample,
        Long secondFactorAboveMinor) {

    /** Nothing is said. */
    public static final ApprovalRules USUAL = new ApprovalRules(null, null, null, null, null);

    private static final Duration USUAL_REMINDER = Duration.ofHours(2);
    private static final Duration USUAL_ESCALATION = Duration.ofHours(4);

    /** Working time until whoever is asked is reminded. */
    public Duration untilReminder() {
        return remindAfter == null ? USUAL_REMINDER : remindAfter;
    }

    /** Working time until it goes one step up. */
    public Duration untilEscalation() {
        return escalateAfter == null ? USUAL_ESCALATION : escalateAfter;
    }

    /** Whether the company asks anybody for a second factor at all. */
    public boolean knowsSecondFactor() {
        return secondFactorAboveMinor != null;
    }

    /** Whether whoever decides about this amount must have shown a second factor. */
    public boolean needsSecondFactor(long amountMinor) {
        return knowsSecondFactor() && amountMinor > secondFactorAboveMinor;
    }

    /** How many different people must say yes to this amount. */
    public int approvalsNeeded(long amountMinor) {
        return fourEyesAboveMinor != null && amountMinor > fourEyesAboveMinor ? 2 : 1;
    }
}
