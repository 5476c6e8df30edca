package app.leeway.gesture.rest;

import static app.leeway.support.GestureBuilder.a;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.shared.jdbc.Respelling;
import app.leeway.support.ApiAnswer;
import app.leeway.support.ApiClient;
import app.leeway.support.Days;
import app.leeway.support.GestureBuilder;
import app.leeway.support.Nordlyst;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may give what in the demo company, and what is said to them. */
class VerdictTableIT {

    private final Nordlyst nordlyst = Nordlyst.running();

    @BeforeEach
    void nothing_has_been_given_yet() {
        nordlyst.books().clear();
    }

    @Test
    void a_birthday_treat_is_fine_and_says_what_is_left() {
        ApiAnswer answer = as("anna").logs(a("birthday-treat").at("krogen").to("C-1001").asked());

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("verdict.outcome")).isEqualTo("GO");
        assertThat(answer.json().at("/verdict/reasons")).isEmpty();
        assertThat(answer.text("cost.amount")).isEqualTo("120.00");
        assertThat(answer.text("state")).isEqualTo("settled");
        assertThat(left(answer, "anna-day")).isEqualTo("680.00");
        assertThat(left(answer, "krogen-month")).isEqualTo("19880.00");
    }

    @Test
    void the_seventh_treat_of_a_day_is_asked_for_and_held_where_there_is_room() {
        for (int table = 1; table <= 6; table++) {
            assertThat(outcome(as("anna").logs(treatTomorrow("table-" + table)))).isEqualTo("GO");
        }

        ApiAnswer seventh = as("anna").logs(treatTomorrow("table-7"));

        assertThat(outcome(seventh)).isEqualTo("ASK");
        assertThat(seventh.text("state")).isEqualTo("awaiting-approval");
        assertThat(seventh.texts("verdict.reasons", "budget")).containsExactly("anna-day");
        assertThat(seventh.texts("shortfall", "budget")).containsExactly("anna-day");
        assertThat(seventh.text("shortfall.0.amount.amount")).isEqualTo("40.00");
        assertThat(seventh.text("verdict.couldApprove.0.user")).isEqualTo("kim");
        assertThat(held("krogen-month", "kim", Days.tomorrowAtNoon())).isEqualTo("840.00");
        assertThat(held("anna-day", "kim", Days.tomorrowAtNoon())).isEqualTo("720.00");
    }

    private static GestureBuilder treatTomorrow(String visit) {
        return a("birthday-treat").onVisit(visit).plannedFor(Days.tomorrowAtNoon());
    }

    @Test
    void the_twenty_first_coin_of_a_day_is_told_to_the_manager() {
        for (int coin = 0; coin < 20; coin++) {
            assertThat(outcome(as("gunnar").logs(coinYesterday(coin)))).isEqualTo("GO");
        }

        ApiAnswer next = as("gunnar").logs(coinYesterday(20));

        assertThat(outcome(next)).isEqualTo("GO_AND_TELL");
        assertThat(next.texts("verdict.reasons", "guardrail")).containsExactly("coin-once");
        assertThat(next.text("state")).isEqualTo("settled");
    }

    private static GestureBuilder coinYesterday(int minute) {
        return a("locker-coin").doneAt(Days.yesterdayAtNoon().plus(minute, ChronoUnit.MINUTES));
    }

    @Test
    void a_short_detour_that_was_driven_is_told_to_the_manager() {
        Instant then = Instant.now().minus(40, ChronoUnit.MINUTES);

        ApiAnswer answer = as("dag").logs(a("detour").taking(6).over("3").doneAt(then));

        assertThat(outcome(answer)).isEqualTo("GO_AND_TELL");
        assertThat(answer.text("cost.amount")).isEqualTo("84.00");
        assertThat(answer.texts("verdict.reasons", "guardrail")).containsExactly("detour-told");
        assertThat(kept(as("dag"), answer).at("/bends/0").asText()).isEqualTo("stops-only");
    }

    @Test
    void a_long_detour_that_was_driven_is_recorded_and_to_be_reviewed() {
        ApiAnswer answer =
                as("dag").logs(a("detour").taking(30).over("25").doneAt(Days.yesterdayAtNoon()));

        assertThat(outcome(answer)).isEqualTo("ASK");
        assertThat(answer.text("cost.amount")).isEqualTo("540.00");
        assertThat(answer.text("state")).isEqualTo("settled");
        assertThat(answer.text("review")).isEqualTo("to-be-reviewed");
    }

    @Test
    void a_long_detour_asked_for_in_advance_is_held_until_somebody_decides() {
        ApiAnswer answer =
                as("dag").logs(a("detour").taking(30).over("25").plannedFor(Days.tomorrowAtNoon()));

        assertThat(outcome(answer)).isEqualTo("ASK");
        assertThat(answer.text("state")).isEqualTo("awaiting-approval");
        assertThat(answer.text("review")).isNull();
        assertThat(held("nattbuss-month", "dag", Days.tomorrowAtNoon())).isEqualTo("540.00");
    }

    @Test
    void goodwill_is_judged_by_the_limit_of_today() {
        ApiAnswer today = as("klara").logs(a("goodwill").of("600.00").to("C-1007").done());

        assertThat(outcome(today)).isEqualTo("ASK");
        assertThat(today.text("verdict.reasons.0.guardrail")).isEqualTo("goodwill-single");
        assertThat(today.text("verdict.reasons.0.revision")).isEqualTo("3");
    }

    @Test
    void goodwill_given_in_august_is_judged_by_the_limit_of_august() {
        Instant august = Days.noon(LocalDate.of(2026, 8, 15));

        ApiAnswer within =
                as("klara").logs(a("goodwill").of("600.00").to("C-1007").doneLongAgo(august));
        ApiAnswer beyond =
                as("klara").logs(a("goodwill").of("600.01").to("C-1006").doneLongAgo(august));

        assertThat(within.texts("verdict.reasons", "record")).containsExactly("long-ago");
        assertThat(beyond.text("verdict.reasons.0.guardrail")).isEqualTo("goodwill-single");
        assertThat(beyond.text("verdict.reasons.0.revision")).isEqualTo("2");
    }

    @Test
    void the_limit_of_a_manager_replaces_that_of_everybody() {
        ApiAnswer answer =
                as("kim").logs(a("goodwill").of("1500.00").at("krogen").to("C-1002").asked());

        assertThat(outcome(answer)).isEqualTo("GO");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "adam"})
    void what_one_visit_gets_is_counted_together_whoever_gives_it(String second) {
        as("anna").logs(goodwillOnOneVisit("400.00"));

        ApiAnswer answer = as(second).logs(goodwillOnOneVisit("300.00"));

        assertThat(outcome(answer)).isEqualTo("ASK");
        assertThat(answer.texts("verdict.reasons", "guardrail")).containsExactly("visit-total");
    }

    /** Whatever is typed for the same visit and customer, by whomever, no more is granted. */
    @Test
    void P16_another_spelling_of_visit_or_customer_grants_no_more() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        as("anna").logs(goodwillOnOneVisit("400.00"));

        for (int i = 0; i < 12; i++) {
            String visit = Respelling.of("booking-1", random);
            ApiAnswer answer =
                    as(i % 2 == 0 ? "anna" : "adam")
                            .logs(
                                    goodwillOnOneVisit("300.00")
                                            .to(Respelling.of("C-1001", random))
                                            .onVisit(visit));

            assertThat(outcome(answer)).as("seed %d: %s", seed, answer.body()).isEqualTo("ASK");
            assertThat(answer.texts("verdict.reasons", "guardrail")).contains("visit-total");
            ApiAnswer kept = as("kim").get("/gestures/" + answer.text("id"));
            assertThat(kept.text("visit")).as("as typed").isEqualTo(visit);
            assertThat(kept.text("customer")).isEqualTo("C-1001");
        }
        assertThat(as("kim").get("/gestures?customer=c-1001").json().get("items")).hasSize(13);
        assertThat(as("anna").get("/customers/c%E2%80%8B-1001").text("code")).isEqualTo("C-1001");
    }

    private static GestureBuilder goodwillOnOneVisit(String amount) {
        return a("goodwill")
                .of(amount)
                .to("C-1001")
                .onVisit("booking-1")
                .plannedFor(Days.tomorrowAtNoon());
    }

    @Test
    void what_one_customer_gets_counts_for_thirty_days_and_no_longer() {
        as("klara").logs(goodwillToTomas("500.00").doneLongAgo(Days.daysAgo(29)));
        as("klara").logs(goodwillToTomas("500.00").doneLongAgo(Days.daysAgo(24)));
        as("klara").logs(goodwillToTomas("500.00").doneLongAgo(Days.daysAgo(19)));

        ApiAnswer now = as("klara").logs(goodwillToTomas("100.00").asked());
        ApiAnswer later = as("klara").logs(goodwillToTomas("100.00").plannedFor(Days.daysAhead(2)));

        assertThat(outcome(now)).isEqualTo("ASK");
        assertThat(now.texts("verdict.reasons", "guardrail")).containsExactly("customer-30-days");
        assertThat(outcome(later)).isEqualTo("GO");
    }

    private static GestureBuilder goodwillToTomas(String amount) {
        return a("goodwill").of(amount).to("C-1007");
    }

    @Test
    void nobody_is_granted_a_ride_without_a_belt_and_the_attempt_is_kept() {
        UUID id = UUID.randomUUID();
        GestureBuilder ride = a("detour").taking(6).over("3").bending("seat-belt").asked();

        ApiAnswer answer = as("dag").withKey(id).post("/gestures", ride);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("refused");
        assertThat(answer.text("verdict.reasons.0.clause")).isEqualTo("seat-belt");
        assertThat(answer.json().at("/verdict/couldApprove")).isEmpty();
        assertThat(as("dag").get("/gestures/" + id).text("state")).isEqualTo("refused");
        assertThat(held("nattbuss-month", "dag", Instant.now())).isEqualTo("0.00");
    }

    @Test
    void a_ride_without_a_belt_that_has_happened_is_recorded_and_flagged() {
        ApiAnswer answer =
                as("dag").logs(a("detour").taking(6).over("3").bending("seat-belt").done());

        assertThat(answer.status()).isEqualTo(201);
        assertThat(outcome(answer)).isEqualTo("STOP");
        assertThat(answer.text("state")).isEqualTo("settled");
        assertThat(answer.text("review")).isEqualTo("against-never");
    }

    @Test
    void nobody_can_grant_more_than_the_ceiling_of_the_company() {
        ApiAnswer answer = as("maria").logs(a("goodwill").of("60000.00").to("C-1006").asked());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("refused");
        assertThat(answer.text("verdict.reasons.0.guardrail")).isEqualTo("company-ceiling");
        assertThat(answer.json().at("/verdict/couldApprove")).isEmpty();
    }

    @Test
    void a_courtesy_call_is_fine_but_the_third_within_two_weeks_is_asked_for() {
        ApiAnswer first = as("siri").logs(call().doneAt(Days.daysAgo(10)));
        as("siri").logs(call().doneAt(Days.daysAgo(5)));

        ApiAnswer third = as("siri").logs(call().asked());

        assertThat(outcome(first)).isEqualTo("GO");
        assertThat(first.text("cost.amount")).isEqualTo("225.00");
        assertThat(outcome(third)).isEqualTo("ASK");
        assertThat(third.texts("verdict.reasons", "guardrail")).containsExactly("contact-pressure");
    }

    private static GestureBuilder call() {
        return a("courtesy-call").taking(30).to("C-1003");
    }

    @Test
    void a_meeting_at_a_kitchen_table_on_a_sunday_is_asked_for_and_held() {
        Instant sunday = Days.nextSundayAtNoon();

        ApiAnswer answer =
                as("berit").logs(a("home-visit").taking(90).to("C-1005").plannedFor(sunday));

        assertThat(outcome(answer)).isEqualTo("ASK");
        assertThat(answer.texts("verdict.reasons", "guardrail")).contains("lone-work");
        assertThat(answer.text("state")).isEqualTo("awaiting-approval");
        assertThat(answer.text("verdict.couldApprove.0.user")).isEqualTo("mats");
        assertThat(held("banken-month", "berit", sunday)).isEqualTo("900.00");
    }

    @Test
    void what_happened_before_there_were_rules_is_recorded_and_says_so() {
        Instant longAgo = Days.noon(LocalDate.of(2025, 6, 1));

        ApiAnswer answer =
                as("klara").logs(a("goodwill").of("100.00").to("C-1007").doneLongAgo(longAgo));

        assertThat(answer.text("state")).isEqualTo("settled");
        assertThat(answer.text("review")).isEqualTo("to-be-reviewed");
        assertThat(answer.texts("verdict.reasons", "record"))
                .containsExactly("no-rules-in-force", "long-ago");
    }

    @Test
    void every_reason_is_said_in_the_language_of_the_caller_and_names_the_figures() {
        GestureBuilder goodwill = a("goodwill").of("700.00").to("C-1001").asked();

        assertThat(reason(as("anna").with("Accept-Language", "en").logs(goodwill)))
                .contains("SEK\u00a0500")
                .contains("SEK\u00a0700");
        assertThat(reason(as("anna").with("Accept-Language", "sv").logs(goodwill)))
                .contains("500\u00a0kr")
                .contains("700\u00a0kr");
    }

    @Test
    void a_preview_says_the_same_and_writes_nothing() {
        GestureBuilder goodwill = a("goodwill").of("700.00").to("C-1001").asked();
        as("anna").previews(goodwill); // opens what the first look of a day opens
        var before = nordlyst.books().digests();

        ApiAnswer preview = as("anna").previews(goodwill);

        assertThat(nordlyst.books().digests()).isEqualTo(before);
        ApiAnswer logged = as("anna").logs(goodwill);
        assertThat(preview.text("wouldBe")).isEqualTo(logged.text("state"));
        for (String part : new String[] {"verdict", "cost", "headroom", "shortfall"}) {
            assertThat(preview.json().get(part)).as(part).isEqualTo(logged.json().get(part));
        }
    }

    private ApiClient as(String user) {
        return nordlyst.as(user);
    }

    private static String outcome(ApiAnswer answer) {
        return answer.text("verdict.outcome");
    }

    private static String reason(ApiAnswer answer) {
        return answer.item("verdict.reasons", "guardrail", "goodwill-single")
                .path("message")
                .asText();
    }

    private static String left(ApiAnswer answer, String budget) {
        return answer.item("headroom", "budget", budget).at("/left/amount").asText();
    }

    private String held(String budget, String user, Instant at) {
        return as(user).get("/budgets/" + budget + "?at=" + at).text("held.amount");
    }

    private static com.fasterxml.jackson.databind.JsonNode kept(
            ApiClient client, ApiAnswer answer) {
        return client.get("/gestures/" + answer.text("id")).json();
    }
}
