package app.leeway.guardrail;

import app.leeway.shared.Period;

/**
 * What a guardrail counts.
 *
 * @param key of whom or what; GESTURE: of this one alone
 * @param within a rolling stretch of days, or null
 * @param per a calendar period where it happens, or null; neither: for all time
 */
public record Measure(Type type, Key key, java.time.Period within, Period per) {

    /** AMOUNT of one gesture, SUM of costs, COUNT of gestures, or FORBIDDEN outright. */
    public enum Type {
        AMOUNT,
        SUM,
        COUNT,
        FORBIDDEN
    }

    /** What is counted together. */
    public enum Key {
        GESTURE,
        STAFF,
        CUSTOMER,
        VISIT,
        SITE
    }

    /** Whether what was given before counts. */
    public boolean isCumulative() {
        return key != Key.GESTURE;
    }
}
