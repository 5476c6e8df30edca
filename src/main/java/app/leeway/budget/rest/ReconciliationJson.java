package app.leeway.budget.rest;

import app.leeway.budget.Reconciling;
import app.leeway.budget.RecordedGestures;
import app.leeway.budget.RecordedGestures.Comparison;
import app.leeway.http.MoneyJson;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Whether the entries of every budget add up to its figures, and whether what drew on them is as
 * the record has it; and where not.
 */
public record ReconciliationJson(
        boolean ok, long checked, List<DifferenceJson> differences, GesturesJson gestures) {

    /**
     * Gestures beside the record.
     *
     * @param differing how many are not as the record has them; the first hundred are named
     * @param untied gestures from before entries held a seal: compared by cost and state only
     * @param untiedUntil when the last of those came in; absent when there are none
     * @param erased gestures whose customer and texts can no longer be compared
     */
    public record GesturesJson(
            long checked,
            long differing,
            List<GestureDifferenceJson> differences,
            long untied,
            Instant untiedUntil,
            long erased) {

        static GesturesJson of(Comparison comparison) {
            return new GesturesJson(
                    comparison.checked(),
                    comparison.differing(),
                    comparison.differences().stream().map(GestureDifferenceJson::of).toList(),
                    comparison.untied(),
                    comparison.untiedUntil(),
                    comparison.erased());
        }
    }

    /** A gesture that is not as the record has it, and what about it. */
    public record GestureDifferenceJson(String gesture, List<String> about) {

        static GestureDifferenceJson of(RecordedGestures.Difference difference) {
            return new GestureDifferenceJson(
                    difference.gesture(),
                    difference.about().stream()
                            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                            .toList());
        }
    }

    /** A period whose figures do not follow from its entries. */
    public record DifferenceJson(
            String budget, Instant from, FiguresJson running, FiguresJson entries) {

        static DifferenceJson of(Reconciling.Difference difference, String currency) {
            return new DifferenceJson(
                    difference.budget(),
                    difference.startsAt().toInstant(),
                    FiguresJson.of(difference.figures(), currency),
                    FiguresJson.of(difference.entries(), currency));
        }
    }

    /** The four figures of a budget. */
    public record FiguresJson(
            MoneyJson limit, MoneyJson held, MoneyJson spent, MoneyJson overdraft) {

        static FiguresJson of(List<Long> minor, String currency) {
            return new FiguresJson(
                    MoneyJson.of(minor.get(0), currency),
                    MoneyJson.of(minor.get(1), currency),
                    MoneyJson.of(minor.get(2), currency),
                    MoneyJson.of(minor.get(3), currency));
        }
    }

    static ReconciliationJson of(
            Reconciling.Reconciliation result, Comparison gestures, String currency) {
        return new ReconciliationJson(
                result.ok() && gestures.ok(),
                result.checked(),
                result.differences().stream().map(d -> DifferenceJson.of(d, currency)).toList(),
                GesturesJson.of(gestures));
    }
}
