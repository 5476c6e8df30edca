package app.leeway.loyalty.rest;

import static app.leeway.support.GestureBuilder.a;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.ApiAnswer;
import app.leeway.support.ApiClient;
import app.leeway.support.GestureBuilder;
import app.leeway.support.Nordlyst;
import app.leeway.support.Waiting;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * From what happens at a site to a figure that a leader reads. Facts are made with all that is
 * reckoned of a year, which takes a while; so it is done once for all tests, in two nights and once
 * more from nothing, and each test looks at customers of its own.
 */
class FactsIT {

    private static final String FACTS =
            "SELECT ('x' || substr(md5(string_agg(f::text, '|' ORDER BY f.horizon, f.episode_id)), 1, 15))::bit(60)::bigint"
                    + " FROM episode_fact f";
    private static final String WORTH = "(y_post * 100)::bigint";

    private static final Nordlyst NORDLYST = Nordlyst.running();
    private static final ApiClient MACHINE = NORDLYST.withToken(NORDLYST.tokenOfMachine());
    private static final ApiClient STINA = NORDLYST.as("stina");
    private static final Instant THEN =
            Instant.now().minus(100, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

    private static String treated;
    private static String untreated;
    private static String fresh;
    private static String ofLateOutcome;
    private static String ofUnknown;
    private static String takenBack;

    private static long worthBeforeLateOutcome;
    private static long factsBeforeTakenBack;
    private static long kept;
    private static long rebuilt;

    @BeforeAll
    static void two_nights_and_all_of_it_from_nothing() {
        NORDLYST.books().clear();
        String buyer = comes();
        String late = comes();
        String unknown = code();
        treated = given("mats", buyer, "100.00");
        buys(buyer, 3, "200.00");
        untreated = happened(comes());
        fresh = id(NORDLYST.as("mats").logs(goodwill(comes(), "100.00").done()));
        anna_and_adam_give();
        ofLateOutcome = given("mats", late, "100.00");
        buys(unknown, 3, "200.00");
        takenBack = given("mats", comes(), "100.00");
        make(false);
        worthBeforeLateOutcome = fact(ofLateOutcome, WORTH);
        factsBeforeTakenBack = fact(takenBack, "count(*)");

        buys(late, 5, "50.00");
        comes(unknown);
        ofUnknown = given("mats", unknown, "20.00");
        takesBack(takenBack);
        make(false);
        kept = NORDLYST.books().figure(FACTS);

        make(true);
        rebuilt = NORDLYST.books().figure(FACTS);
    }

    private static void anna_and_adam_give() {
        for (int customer = 1005; customer <= 1010; customer++) {
            given("anna", "C-" + customer, "20.00");
        }
        id(NORDLYST.as("anna").logs(goodwill("C-1011", "20.00").done()));
        id(NORDLYST.as("adam").logs(goodwill("C-1007", "20.00").done()));
    }

    @Test
    void a_gesture_and_what_happened_without_one_become_facts_when_they_are_ripe() {
        assertThat(fact(treated, "treated")).isEqualTo(1);
        assertThat(fact(treated, WORTH)).isEqualTo(100_00);
        assertThat(fact(treated, "cost::bigint")).isEqualTo(100);
        assertThat(fact(untreated, "treated")).isZero();
        assertThat(fact(untreated, "count(*)")).isEqualTo(1);
        assertThat(fact(fresh, "count(*)")).isZero();
        assertThat(
                        NORDLYST.books()
                                .figure(
                                        "SELECT count(*) FROM episode_fact WHERE incident_type = 'wrong' AND episode_id IN ('"
                                                + treated
                                                + "','"
                                                + untreated
                                                + "') AND horizon = 90"))
                .isEqualTo(2);
    }

    @Test
    void staff_see_what_became_of_their_own_gestures_and_nobody_elses() {
        long came =
                NORDLYST.books()
                        .figure(
                                "SELECT sum(f.active) FROM episode_fact f"
                                        + " JOIN gesture g ON f.episode_id = g.id::text"
                                        + " JOIN person p ON p.id = g.person_id"
                                        + " WHERE f.horizon = 90 AND p.user_name = 'anna'");

        ApiAnswer annas = NORDLYST.as("anna").get("/payoff/mine");
        ApiAnswer adams = NORDLYST.as("adam").get("/payoff/mine");

        assertThat(annas.text("given")).isEqualTo("6");
        assertThat(annas.text("came")).isEqualTo("" + came);
        assertThat(annas.text("young")).isEqualTo("1");
        assertThat(adams.json().has("given")).as("of one customer nothing is told").isFalse();
        assertThat(adams.text("young")).isEqualTo("1");
    }

    @Test
    void a_late_outcome_changes_its_customer_and_a_rebuild_comes_to_the_same_to_the_last_digit() {
        assertThat(fact(ofLateOutcome, WORTH)).isEqualTo(worthBeforeLateOutcome + 25_00);
        assertThat(rebuilt).isEqualTo(kept);
    }

    @Test
    void what_was_told_of_somebody_unknown_is_found_when_they_come() {
        assertThat(fact(ofUnknown, WORTH)).isEqualTo(100_00);
    }

    @Test
    void what_is_taken_back_is_no_fact_any_more() {
        assertThat(factsBeforeTakenBack).isEqualTo(1);
        assertThat(fact(takenBack, "count(*)")).isZero();
    }

    @Test
    void the_year_shows_that_a_late_return_pays_and_a_free_upgrade_does_not() {
        ApiAnswer answer = NORDLYST.as("lena").with("Accept-Language", "en").get("/payoff?days=90");

        JsonNode late = finding(answer, "kind", "late-return");
        assertThat(late.get("state").asText()).as(late.toString()).isEqualTo("pays");
        assertThat(late.get("badge").asText()).isEqualTo("B");
        assertThat(finding(answer, "kind", "upgrade").get("state").asText())
                .as(finding(answer, "kind", "upgrade").toString())
                .isEqualTo("loses");
        assertThat(finding(answer, "kind", "home-visit").get("state").asText())
                .isEqualTo("too-few");
        assertThat(finding(answer, "kind", "locker-coin").get("state").asText())
                .as(finding(answer, "kind", "locker-coin").toString())
                .isEqualTo("no-overlap");
        assertThat(finding(answer, "kind", "courtesy-call").get("state").asText())
                .as(finding(answer, "kind", "courtesy-call").toString())
                .isEqualTo("other-path");
        JsonNode no = finding(NORDLYST.as("lena").get("/payoff?about=no"), "kind", "goodwill");
        assertThat(no.get("state").asText()).as(no.toString()).isEqualTo("loses");
    }

    @Test
    void only_leadership_reads_what_gestures_were_worth() {
        assertThat(NORDLYST.as("anna").get("/payoff").status()).isEqualTo(403);
        assertThat(NORDLYST.as("kim").get("/payoff").status()).isEqualTo(403);
        assertThat(NORDLYST.as("anna").get("/facts").status()).isEqualTo(403);
        assertThat(NORDLYST.as("axel").post("/facts", "{}").status()).isEqualTo(403);
    }

    @Test
    void what_happened_is_noted_once_and_only_what_can_happen() {
        UUID key = UUID.randomUUID();
        ApiClient anna = NORDLYST.as("anna").withKey(key);
        String happened = "{\"incident\":\"wrong\"}";

        assertThat(anna.post("/episodes", happened).status()).isEqualTo(200);
        assertThat(anna.post("/episodes", happened).headers().firstValue("Idempotency-Replayed"))
                .contains("true");
        assertThat(anna.post("/episodes", "{\"incident\":\"fee\"}").status()).isEqualTo(422);
        assertThat(note("{\"incident\":\"earthquake\"}").text("violations.0.code"))
                .isEqualTo("unknown-incident");
        assertThat(
                        note("{\"incident\":\"wrong\",\"customer\":\"nobody\"}")
                                .text("violations.0.code"))
                .isEqualTo("unknown-customer");
        assertThat(note("{\"incident\":\"wrong\",\"site\":\"banken\"}").status()).isEqualTo(403);
        assertThat(
                        NORDLYST.books()
                                .figure("SELECT count(*) FROM happening WHERE id = '" + key + "'"))
                .isEqualTo(1);
    }

    private static ApiAnswer note(String happening) {
        return NORDLYST.as("anna").withNewKey().post("/episodes", happening);
    }

    private static String id(ApiAnswer answer) {
        assertThat(answer.status()).as(answer.body()).isLessThan(300);
        return answer.text("id");
    }

    private static String code() {
        return "N-" + UUID.randomUUID();
    }

    /** Somebody of whom nothing is known but that they are a customer. */
    private static String comes() {
        return comes(code());
    }

    private static String comes(String code) {
        STINA.send(
                "POST",
                "/customers",
                "text/csv",
                "code,name,phone,email,tier,price_level,member_of,known_as,birth_date,language,known\n"
                        + code
                        + ",Nina Ny,,,,,,,,,\n");
        return code;
    }

    private static void buys(String customer, int daysAfter, String amount) {
        String at = THEN.plus(daysAfter, ChronoUnit.DAYS).toString();
        MACHINE.post(
                "/outcomes",
                "{\"source\":\"till\",\"id\":\"%s\",\"type\":\"purchase\",\"customer\":\"%s\",\"time\":\"%s\",\"amount\":{\"amount\":\"%s\",\"currency\":\"SEK\"}}"
                        .formatted(UUID.randomUUID(), customer, at, amount));
    }

    private static long fact(String episode, String what) {
        return NORDLYST.books()
                .figure(
                        "SELECT "
                                + what
                                + " FROM episode_fact WHERE horizon = 90 AND episode_id = '"
                                + episode
                                + "'");
    }

    private static GestureBuilder goodwill(String customer, String amount) {
        return a("goodwill").of(amount).to(customer).at("krogen");
    }

    /** Long enough ago to be ripe. */
    private static String given(String by, String customer, String amount) {
        return id(NORDLYST.as(by).logs(goodwill(customer, amount).doneLongAgo(THEN)));
    }

    /** Likewise; nobody gave anything. */
    private static String happened(String customer) {
        return id(
                note(
                        "{\"incident\":\"wrong\",\"customer\":\"%s\",\"site\":\"krogen\",\"occurredAt\":\"%s\"}"
                                .formatted(customer, THEN)));
    }

    private static void takesBack(String gesture) {
        ApiAnswer reversed =
                NORDLYST.as("kim")
                        .withNewKey()
                        .post("/gestures/" + gesture + "/reversal", "{\"reason\":\"twice\"}");
        assertThat(reversed.status()).as(reversed.body()).isEqualTo(200);
    }

    private static void make(boolean whole) {
        ApiAnswer begun = STINA.post("/facts", "{\"whole\":" + whole + "}");
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        Waiting.until(
                "the facts",
                Duration.ofMinutes(2),
                () -> !STINA.get("/facts").text("state").equals("running"));
        assertThat(STINA.get("/facts").text("state")).isEqualTo("done");
    }

    private static JsonNode finding(ApiAnswer answer, String by, String key) {
        try {
            for (JsonNode finding : new ObjectMapper().readTree(answer.body()).get("findings")) {
                if (finding.get("by").asText().equals(by)
                        && finding.get("key").asText().equals(key)) {
                    return finding;
                }
            }
        } catch (IOException e) {
            throw new AssertionError(answer.body(), e);
        }
        throw new AssertionError("nothing about " + key + " in " + answer.body());
    }
}
