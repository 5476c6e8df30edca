package app.leeway.gesture;

import app.leeway.guardrail.Outcome;
import java.util.Locale;

/** Why somebody should look at what has been done already. It is never refused a record. */
public enum Review {
    /** It would have been asked for first. */
    TO_BE_REVIEWED,
    /** It would have been refused: nobody may grant it. */
    AGAINST_NEVER;

    /** Null when nobody needs to look. */
    static Review of(boolean done, Outcome outcome) {
        if (!done || outcome.compareTo(Outcome.ASK) < 0) {
            return null;
        }
        return outcome == Outcome.ASK ? TO_BE_REVIEWED : AGAINST_NEVER;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * @param code may be null, for none
     */
    public static Review of(String code) {
        return code == null ? null : valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
