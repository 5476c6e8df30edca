package app.leeway.loyalty.rest;

import static app.leeway.support.GestureBuilder.a;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.ApiAnswer;
import app.leeway.support.ApiClient;
import app.leeway.support.Nordlyst;
import app.leeway.support.Waiting;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From what happens at a site to a figure that a leader reads. */
class FactsIT {

    private static final String FACTS =
            "SELECT ('x' || substr(md5(string_agg(f::text, '|' ORDER BY f.horizon, f.episode_id)), 1, 15))::bit(60)::bigint"
                    + " FROM episode_fact f";

    private final Nordlyst nordlyst = Nordlyst.running();
    private final ApiClient machine = nordlyst.withToken(nordlyst.tokenOfMachine());
    private final ApiClient stina = nordlyst.as("stina");
    private final Instant then =
            Instant.now().minus(100, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

    @BeforeEach
    void clear() {
        nordlyst.books().clear();
    }

    @Test
    void a_gesture_and_what_happened_without_one_become_facts_when_they_are_ripe() {
        String gesture = given("C-1005", "100.00");
        String fresh =
                id(
                        nordlyst.as("anna")
                                .logs(a("goodwill").of("100.00").to("C-1005").at("krogen").done()));
        String nothing =
                id(
                        note(
                                "{\"incident\":\"wrong\",\"customer\":\"C-1006\",\"site\":\"krogen\",\"occurredAt\":\""
                                        + then
                                        + "\"}"));
        buys("C-1005", 3, "200.00");
        make(false);

        assertThat(fact(gesture, "treated")).isEqualTo(1);
        assertThat(fact(gesture, "(y_post * 100)::bigint")).isEqualTo(100_00);
        assertThat(fact(gesture, "cost::bigint")).isEqualTo(100);
        assertThat(fact(nothing, "treated")).isZero();
        assertThat(fact(nothing, "count(*)")).isEqualTo(1);
        assertThat(fact(fresh, "count(*)")).isZero();
        assertThat(
                        nordlyst.books()
                                .figure(
                                        "SELECT count(*) FROM episode_fact WHERE incident_type = 'wrong' AND episode_id IN ('"
                                                + gesture
                                                + "','"
                                                + nothing
                                                + "') AND horizon = 90"))
                .isEqualTo(2);
    }

    @Test
    void staff_see_what_became_of_their_own_gestures_and_nobody_elses() {
        for (int customer = 1005; customer <= 1010; customer++) {
            String gesture = given("C-" + customer, "20.00");
            assertThat(gesture).isNotNull();
        }
        nordlyst.as("anna").logs(a("goodwill").of("20.00").to("C-1011").at("krogen").done());
        nordlyst.as("adam").logs(a("goodwill").of("20.00").to("C-1007").at("krogen").done());
        make(false);
        long came =
                nordlyst.books()
                        .figure(
                                "SELECT sum(f.active) FROM episode_fact f JOIN gesture g"
                                        + " ON f.episode_id = g.id::text WHERE f.horizon = 90");

        ApiAnswer annas = nordlyst.as("anna").get("/payoff/mine");
        ApiAnswer adams = nordlyst.as("adam").get("/payoff/mine");

        assertThat(annas.text("given")).isEqualTo("6");
        assertThat(annas.text("came")).isEqualTo("" + came);
        assertThat(annas.text("young")).isEqualTo("1");
        assertThat(adams.json().has("given")).as("of one customer nothing is told").isFalse();
        assertThat(adams.text("young")).isEqualTo("1");
    }

    @Test
    void a_late_outcome_changes_its_customer_and_a_rebuild_comes_to_the_same_to_the_last_digit() {
        String gesture = given("C-1002", "100.00");
        make(false);
        long before = fact(gesture, "(y_post * 100)::bigint");

        buys("C-1002", 5, "50.00");
        make(false);
        assertThat(fact(gesture, "(y_post * 100)::bigint")).isEqualTo(before + 25_00);

        long kept = nordlyst.books().figure(FACTS);
        make(true);
        assertThat(nordlyst.books().figure(FACTS)).isEqualTo(kept);
    }

    @Test
    void what_was_told_of_somebody_unknown_is_found_when_they_come() {
        String code = "N-" + UUID.randomUUID();
        buys(code, 3, "200.00");
        make(false);

        stina.send(
                "POST",
                "/customers",
                "text/csv",
                "code,name,phone,email,tier,price_level,member_of,known_as,birth_date,language,known\n"
                        + code
                        + ",Nina Ny,,,,,,,,,\n");
        String gesture = given(code, "20.00");
        make(false);

        assertThat(fact(gesture, "(y_post * 100)::bigint")).isEqualTo(100_00);
    }

    @Test
    void what_is_taken_back_is_no_fact_any_more() {
        String gesture = given("C-1002", "100.00");
        make(false);
        assertThat(fact(gesture, "count(*)")).isEqualTo(1);

        assertThat(
                        nordlyst.as("kim")
                                .withNewKey()
                                .post(
                                        "/gestures/" + gesture + "/reversal",
                                        "{\"reason\":\"twice\"}")
                                .status())
                .isEqualTo(200);
        make(false);
        assertThat(fact(gesture, "count(*)")).isZero();
    }

    @Test
    void the_year_shows_that_a_late_return_pays_and_a_free_upgrade_does_not() {
        make(false);

        ApiAnswer answer = nordlyst.as("lena").with("Accept-Language", "en").get("/payoff?days=90");

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
        JsonNode no = finding(nordlyst.as("lena").get("/payoff?about=no"), "kind", "goodwill");
        assertThat(no.get("state").asText()).as(no.toString()).isEqualTo("loses");
    }

    @Test
    void only_leadership_reads_what_gestures_were_worth() {
        assertThat(nordlyst.as("anna").get("/payoff").status()).isEqualTo(403);
        assertThat(nordlyst.as("kim").get("/payoff").status()).isEqualTo(403);
        assertThat(nordlyst.as("anna").get("/facts").status()).isEqualTo(403);
        assertThat(nordlyst.as("axel").post("/facts", "{}").status()).isEqualTo(403);
    }

    @Test
    void what_happened_is_noted_once_and_only_what_can_happen() {
        UUID key = UUID.randomUUID();
        ApiClient anna = nordlyst.as("anna").withKey(key);
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
                        nordlyst.books()
                                .figure("SELECT count(*) FROM happening WHERE id = '" + key + "'"))
                .isEqualTo(1);
    }

    private ApiAnswer note(String happening) {
        return nordlyst.as("anna").withNewKey().post("/episodes", happening);
    }

    private static String id(ApiAnswer answer) {
        assertThat(answer.status()).as(answer.body()).isLessThan(300);
        return answer.text("id");
    }

    private void buys(String customer, int daysAfter, String amount) {
        String at = then.plus(daysAfter, ChronoUnit.DAYS).toString();
        machine.post(
                "/outcomes",
                "{\"source\":\"till\",\"id\":\"%s\",\"type\":\"purchase\",\"customer\":\"%s\",\"time\":\"%s\",\"amount\":{\"amount\":\"%s\",\"currency\":\"SEK\"}}"
                        .formatted(UUID.randomUUID(), customer, at, amount));
    }

    private long fact(String episode, String what) {
        return nordlyst.books()
                .figure(
                        "SELECT "
                                + what
                                + " FROM episode_fact WHERE horizon = 90 AND episode_id = '"
                                + episode
                                + "'");
    }

    /** By Anna, long enough ago to be ripe. */
    private String given(String customer, String amount) {
        return id(
                nordlyst.as("anna")
                        .logs(
                                a("goodwill")
                                        .of(amount)
                                        .to(customer)
                                        .at("krogen")
                                        .doneLongAgo(then)));
    }

    private void make(boolean whole) {
        ApiAnswer begun = stina.post("/facts", "{\"whole\":" + whole + "}");
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        Waiting.until(
                "the facts",
                Duration.ofMinutes(2),
                () -> !stina.get("/facts").text("state").equals("running"));
        assertThat(stina.get("/facts").text("state")).isEqualTo("done");
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
