package app.leeway.budget.rest;

import static app.leeway.support.GestureBuilder.a;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.leeway.support.ApiAnswer;
import app.leeway.support.ApiClient;
import app.leeway.support.CompanyFiles;
import app.leeway.support.Days;
import app.leeway.support.GestureBuilder;
import app.leeway.support.Nordlyst;
import app.leeway.support.Tokens;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A closed month keeps its figures; two stewards open it again. */
class MonthsIT {

    private static final YearMonth LAST = YearMonth.from(Days.today()).minusMonths(1);
    private static final Instant IN_LAST = Days.noon(LAST.atEndOfMonth());
    private static final GestureBuilder TREAT = a("birthday-treat").at("krogen");

    private final Nordlyst nordlyst = Nordlyst.running();
    private final ApiClient stina = nordlyst.as("stina");

    @BeforeEach
    void late_entries_may_be_of_the_month_before() {
        nordlyst.books().clear();
        CompanyFiles.importInto(
                nordlyst, CompanyFiles.nordlyst() + "\nlateEntries: { within: P70D }\n");
    }

    @AfterEach
    void the_company_is_as_it_was() {
        nordlyst.books().clear();
        CompanyFiles.importInto(nordlyst, CompanyFiles.nordlyst());
    }

    @Test
    void P13_no_figure_of_a_closed_month_changes_afterwards() {
        logged(TREAT.doneAt(IN_LAST));
        assertThat(spent(IN_LAST)).isEqualTo("120.00");
        List<String> before = ledgerOfLast();

        assertThat(close(stina).text("state")).isEqualTo("closed");
        String late = logged(TREAT.doneAt(IN_LAST));

        assertThat(ledgerOfLast()).isEqualTo(before);
        assertThat(spent(IN_LAST)).isEqualTo("120.00");
        assertThat(spent(Instant.now())).isEqualTo("120.00");
        ApiAnswer kept = nordlyst.as("kim").get("/gestures/" + late);
        assertThat(kept.text("late")).isEqualTo("true");
        assertThat(kept.text("occurredAt")).isEqualTo(IN_LAST.toString());
        assertThat(kept.text("bookedOn")).isEqualTo(kept.text("receivedAt"));
        ApiAnswer entries = nordlyst.as("kim").get("/budgets/krogen-month/entries");
        assertThat(entries.text("items.0.occurredAt")).isEqualTo(IN_LAST.toString());
    }

    @Test
    void P13_what_would_change_a_figure_of_a_closed_month_is_refused() {
        String settled = logged(TREAT.doneAt(IN_LAST));
        close(stina);

        ApiAnswer reversal =
                nordlyst.as("kim").withNewKey().post("/gestures/" + settled + "/reversal", "{}");

        assertThat(reversal.status()).isEqualTo(409);
        assertThat(reversal.code()).isEqualTo("wrong-state");
        assertThat(spent(IN_LAST)).isEqualTo("120.00");
        assertThat(nordlyst.as("axel").get("/budgets/reconciliation").text("ok")).isEqualTo("true");
    }

    @Test
    void P13_two_different_stewards_open_a_month_again() {
        logged(TREAT.doneAt(IN_LAST));
        close(stina);
        nordlyst.realm().gives("steward", "axel");
        try {
            ApiClient axel = nordlyst.withToken(new Tokens(nordlyst.realm().issuer()).of("axel"));

            assertThat(reopen(stina).text("reopenAskedBy.user")).isEqualTo("stina");
            assertThat(reopen(stina).status()).isEqualTo(409);
            assertThat(month().text("state")).isEqualTo("closed");
            assertThat(reopen(axel).text("state")).isEqualTo("open");
        } finally {
            nordlyst.realm().takes("steward", "axel");
            nordlyst.forgetsTokenOf("axel"); // what was taken ends the sign-ins from before
        }
        logged(TREAT.doneAt(IN_LAST));
        assertThat(spent(IN_LAST)).isEqualTo("240.00");
        assertThat(
                        nordlyst.books()
                                .texts(
                                        "SELECT what FROM audit_entry WHERE subject = '"
                                                + LAST
                                                + "' ORDER BY seq DESC LIMIT 3"))
                .containsExactly("month.reopened", "month.reopen-asked", "month.closed");
    }

    @Test
    void P13_the_database_refuses_one_steward_for_two() {
        logged(TREAT.doneAt(IN_LAST));
        close(stina);
        reopen(stina);

        assertThatThrownBy(
                        () ->
                                nordlyst.books()
                                        .write(
                                                "UPDATE month_closing SET reopened_by ="
                                                        + " reopen_asked_by, reopened_at = now()"))
                .hasStackTraceContaining("two_people_reopen");
    }

    @Test
    void P13_the_database_refuses_an_entry_in_a_closed_month() {
        logged(TREAT.doneAt(IN_LAST));
        close(stina);

        assertThatThrownBy(
                        () ->
                                nordlyst.books()
                                        .write(
                                                "INSERT INTO budget_entry (period_id, type, at)"
                                                        + " SELECT p.id, 'ADJUST', now() FROM"
                                                        + " budget_period p JOIN budget b ON"
                                                        + " b.id = p.budget_id WHERE b.code ="
                                                        + " 'krogen-month' AND p.ends_at <= now()"
                                                        + " ORDER BY p.ends_at DESC LIMIT 1"))
                .hasStackTraceContaining(LAST + " is closed");
    }

    @Test
    void a_month_that_goes_on_or_is_closed_cannot_be_closed() {
        logged(TREAT.doneAt(IN_LAST));
        UUID key = UUID.randomUUID();
        String now = "/months/" + YearMonth.from(Days.today()) + "/close";

        ApiAnswer first = stina.withKey(key).post("/months/" + LAST + "/close", "{}");
        ApiAnswer again = stina.withKey(key).post("/months/" + LAST + "/close", "{}");

        assertThat(stina.withNewKey().post(now, "{}").status()).isEqualTo(409);
        assertThat(again.isReplayed()).isTrue();
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(close(stina).status()).isEqualTo(409);
        assertThat(stina.withNewKey().post("/months/soon/close", "{}").status()).isEqualTo(404);
        assertThat(stina.post("/months/" + LAST + "/close", "{}").code()).isEqualTo("missing-key");
    }

    @Test
    void a_month_of_which_something_is_held_cannot_be_closed() {
        String held =
                nordlyst.as("anna")
                        .logs(a("goodwill").of("50.00").to("C-1001").at("krogen").asked())
                        .text("id");
        nordlyst.books()
                .write(
                        "UPDATE gesture SET judged_for = '"
                                + IN_LAST
                                + "' WHERE id = '"
                                + held
                                + "'");

        assertThat(close(stina).status()).isEqualTo(409);
    }

    private String logged(GestureBuilder gesture) {
        ApiAnswer answer = nordlyst.as("anna").logs(gesture);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.text("id");
    }

    private ApiAnswer close(ApiClient steward) {
        return steward.withNewKey().post("/months/" + LAST + "/close", "{}");
    }

    private ApiAnswer reopen(ApiClient steward) {
        return steward.withNewKey().post("/months/" + LAST + "/reopen", "{}");
    }

    private ApiAnswer month() {
        ApiAnswer months = stina.get("/months");
        assertThat(months.text("items.0.month")).isEqualTo(LAST.toString());
        return new ApiAnswer(200, months.headers(), months.json().at("/items/0").toString());
    }

    private String spent(Instant at) {
        return nordlyst.as("kim").get("/budgets/krogen-month?at=" + at).text("spent.amount");
    }

    /** Every figure of every period that ended in the month, by its entries. */
    private List<String> ledgerOfLast() {
        return nordlyst.books()
                .texts(
                        "SELECT concat_ws(' ', p.id, sum(e.limit_delta), sum(e.held_delta),"
                                + " sum(e.spent_delta), sum(e.overdraft_delta), p.spent_minor,"
                                + " p.held_minor, p.overdraft_minor) FROM budget_period p JOIN"
                                + " budget_entry e ON e.period_id = p.id WHERE"
                                + " month_of_period(p.ends_at) = DATE '"
                                + LAST.atDay(1)
                                + "' GROUP BY p.id ORDER BY p.id");
    }
}
