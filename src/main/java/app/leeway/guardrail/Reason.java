package app.leeway.guardrail;

import app.leeway.shared.Texts;

/**
 * One rule that had something to say.
 *
 * @param rule code of the guardrail, clause or budget, or {@link #NO_RULES}, {@link #NO_CUSTOMER}
 * @param type which of these it is
 * @param revision of the guardrail; null for others
 * @param message a whole sentence that names the figure
 */
public record Reason(Type type, String rule, Integer revision, Outcome outcome, Texts message) {

    /** It happened before any rule was in force. */
    public static final String NO_RULES = "no-rules-in-force";

    /** The kind needs a customer and none was named. */
    public static final String NO_CUSTOMER = "customer-unknown";

    /** What kind of rule spoke. */
    public enum Type {
        GUARDRAIL,
        CLAUSE,
        BUDGET,
        RECORD
    }
}
