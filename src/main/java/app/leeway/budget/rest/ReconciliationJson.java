package app.leeway.budget.rest;

import app.leeway.budget.Reconciling;
import app.leeway.http.MoneyJson;
import java.time.Instant;
import java.util.List;

/** Whether the entries of every budget add up to its figures, and where they do not. */
public record ReconciliationJson(boolean ok, long checked, List<DifferenceJson> differences) {

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

    static ReconciliationJson of(Reconciling.Reconciliation result, String currency) {
        return new ReconciliationJson(
                result.ok(),
                result.checked(),
                result.differences().stream().map(d -> DifferenceJson.of(d, currency)).toList());
    }
}
