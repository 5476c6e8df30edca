package app.leeway.guardrail;

/**
 * A cost above which one rule speaks, other things being equal: what a tablet needs to judge while
 * offline.
 *
 * @param aboveMinor minor units; -1 when it speaks whatever the cost
 */
public record Threshold(long aboveMinor, Reason.Type type, String rule, Outcome outcome) {}
