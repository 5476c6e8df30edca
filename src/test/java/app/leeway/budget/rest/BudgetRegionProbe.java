package app.leeway.budget.rest;

import static app.leeway.http.Trials.notAllowed;
import static app.leeway.http.Trials.outside;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.http.North;
import app.leeway.http.RegionProbe;
import app.leeway.http.Trials;
import java.time.YearMonth;

/** Budgets are seen where they are drawn on; months are closed by stewards. */
class BudgetRegionProbe implements RegionProbe {

    @Override
    public void probe(North north, Trials trials) {
        trials.open("GET /budgets/reconciliation");
        trials.closed(
                "GET /budgets",
                c ->
                        assertThat(c.get("/budgets").texts("items", "code"))
                                .contains("coast-month", "nordlyst-year")
                                .doesNotContain("north-month", "krogen-month", "anna-day"));
        trials.closed("GET /budgets/{code}", c -> outside(c.get("/budgets/krogen-month")));
        trials.closed(
                "GET /budgets/{code}/entries", c -> outside(c.get("/budgets/anna-day/entries")));
        String month = "/months/" + YearMonth.now().minusMonths(1);
        trials.closed("GET /months", c -> notAllowed(c.get("/months")));
        trials.closed(
                "POST /months/{month}/close",
                c -> notAllowed(c.withNewKey().post(month + "/close", "{}")));
        trials.closed(
                "POST /months/{month}/reopen",
                c -> notAllowed(c.withNewKey().post(month + "/reopen", "{}")));
    }
}
