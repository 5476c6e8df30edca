package app.leeway.loyalty;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the company says of outcomes; each part may be missing.
 *
 * @param days of the window after an episode, by which everything is shown first: 30, 90, 180 or
 *     365; null: as usual
 * @param margins what is earned on a category of what customers buy, in thousandths of the amount
 * @param otherwise the same for all other categories; null: the whole amount
 */
public record OutcomeSettings(Integer days, Map<String, Integer> margins, Integer otherwise) {

    /** Nothing is said. */
    public static final OutcomeSettings USUAL = new OutcomeSettings(null, Map.of(), null);

    private static final int USUAL_DAYS = 90;

    public OutcomeSettings {
        margins = Collections.unmodifiableMap(new TreeMap<>(margins));
    }

    /** The same text for the same margins. */
    String worth() {
        return margins + " otherwise " + otherwise;
    }

    /** The window by which everything is shown first. */
    public int window() {
        return days == null ? USUAL_DAYS : days;
    }
}
