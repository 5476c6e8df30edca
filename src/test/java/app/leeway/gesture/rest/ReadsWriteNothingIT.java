package app.leeway.gesture.rest;

import static app.leeway.support.GestureBuilder.a;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.ApiAnswer;
import app.leeway.support.Days;
import app.leeway.support.Nordlyst;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever only looks writes nothing, and reads everything page by page. */
class ReadsWriteNothingIT {

    private final Nordlyst nordlyst = Nordlyst.running();

    @BeforeEach
    void nothingHasBeenGiven() {
        nordlyst.books().clear();
        nordlyst.as("gunnar").get("/me");
        nordlyst.as("anna").get("/me");
    }

    @Test
    void aPreviewOfADayOnWhichNobodyHasGivenYetOpensNoBudget() {
        Map<String, String> before = nordlyst.books().digests();

        ApiAnswer answer =
                nordlyst.as("anna")
                        .previews(a("birthday-treat").to("C-1001").plannedFor(Days.daysAhead(77)));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.item("headroom", "budget", "anna-day").at("/left/amount").asText())
                .isEqualTo("680.00");
        assertThat(nordlyst.books().digests()).isEqualTo(before);
    }

    @Test
    void aBudgetOfADayToComeIsWholeAndLookingAtItOpensNothing() {
        Map<String, String> before = nordlyst.books().digests();
        String at = "?at=" + Days.daysAhead(78);

        ApiAnswer budget = nordlyst.as("anna").get("/budgets/anna-day" + at);
        ApiAnswer entries = nordlyst.as("anna").get("/budgets/anna-day/entries" + at);

        assertThat(budget.status()).as(budget.body()).isEqualTo(200);
        assertThat(budget.text("left.amount")).isEqualTo("800.00");
        assertThat(entries.json().get("items")).isEmpty();
        assertThat(nordlyst.books().digests()).isEqualTo(before);
    }

    @Test
    void gesturesAreReadPageByPageNewestFirstEachOnce() {
        List<String> given = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            given.add(0, nordlyst.as("gunnar").logs(a("locker-coin").done()).text("id"));
        }

        List<String> read = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String next = "/gestures?kind=locker-coin&limit=2";
        while (next != null) {
            ApiAnswer page = nordlyst.as("gunnar").get(next);
            List<String> ids = page.texts("items", "id");
            read.addAll(ids);
            sizes.add(ids.size());
            String after = page.text("next");
            next = after == null ? null : "/gestures?kind=locker-coin&limit=2&after=" + after;
        }

        assertThat(read).containsExactlyElementsOf(given);
        assertThat(sizes).containsExactly(2, 2, 1);
    }

    @Test
    void whatIsLoggedWhileSomebodyReadsOnDoesNotDisturbTheirPages() {
        List<String> given = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            given.add(0, nordlyst.as("gunnar").logs(a("locker-coin").done()).text("id"));
        }
        ApiAnswer first = nordlyst.as("gunnar").get("/gestures?limit=2");
        nordlyst.as("gunnar").logs(a("locker-coin").done());

        ApiAnswer second =
                nordlyst.as("gunnar").get("/gestures?limit=2&after=" + first.text("next"));

        assertThat(second.texts("items", "id")).containsExactly(given.get(2));
        assertThat(second.text("next")).isNull();
    }

    @Test
    void theEntriesOfABudgetAreReadPageByPageToo() {
        for (int i = 0; i < 3; i++) {
            nordlyst.as("anna").logs(a("birthday-treat").to("C-1001").onVisit("P" + i).done());
        }
        String path = "/budgets/anna-day/entries?limit=2";

        ApiAnswer first = nordlyst.as("anna").get(path);
        ApiAnswer second = nordlyst.as("anna").get(path + "&after=" + first.text("next"));

        assertThat(first.texts("items", "type")).containsExactly("SETTLE", "SETTLE");
        assertThat(second.texts("items", "type")).startsWith("SETTLE");
        assertThat(first.texts("items", "gesture"))
                .doesNotContainAnyElementsOf(second.texts("items", "gesture"));
    }

    @Test
    void aCursorOrALengthThatCannotBeIsRefused() {
        for (String query : List.of("limit=0", "limit=-1", "limit=two", "after=nonsense")) {
            ApiAnswer answer = nordlyst.as("gunnar").get("/gestures?" + query);
            assertThat(answer.status()).as(query).isIn(400, 422);
            assertThat(answer.violations()).as(query).isNotEmpty();
        }
    }
}
