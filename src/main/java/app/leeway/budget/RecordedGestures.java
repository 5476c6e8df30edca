package app.leeway.budget;

import java.time.Instant;
import java.util.List;

/**
 * Whether the gestures that drew on the budgets, and what they drew, are those of the record:
 * answered by the room above, which keeps gestures.
 *
 * <p>Design notice: an interface with a single implementor, since whoever reconciles wants ledger,
 * gestures and record compared in one answer, and this room may not know the one that knows.
 */
public interface RecordedGestures {

    /** How they differ. */
    enum Kind {
        /** The record tells of it, and it is not there. */
        MISSING,
        /** It is there, and the record does not tell of it. */
        UNRECORDED,
        /** What was given, where, by whom, when, for how much. */
        CONTENT,
        /** The customer, the visit, or what was typed. */
        PERSONAL,
        /** What became of it. */
        STATE,
        /** What it came to in the end. */
        COST,
        /** Who ended it, or why. */
        ENDING,
        /** What it drew on the budgets. */
        LEDGER
    }

    /** A gesture that is not as the record has it. */
    record Difference(String gesture, List<Kind> about) {}

    /**
     * @param checked gestures that were compared
     * @param differing how many differ
     * @param differences the first of them, a hundred at most
     * @param untied gestures from before entries held a seal: only their cost and their state could
     *     be compared
     * @param untiedUntil when the last of those came in; null when there are none
     * @param erased gestures whose customer and texts could not be compared, because the salt of
     *     their seal is gone
     */
    record Comparison(
            long checked,
            long differing,
            List<Difference> differences,
            long untied,
            Instant untiedUntil,
            long erased) {

        public boolean ok() {
            return differing == 0;
        }
    }

    /** Reads all of them, so it takes a while: about a second for 50,000. */
    Comparison compare();
}
