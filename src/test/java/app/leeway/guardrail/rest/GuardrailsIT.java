package app.leeway.guardrail.rest;

import static app.leeway.support.GestureBuilder.a;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.ApiAnswer;
import app.leeway.support.ApiClient;
import app.leeway.support.Days;
import app.leeway.support.Nordlyst;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stewards revise the guardrails, from a day on, and never what has begun. */
class GuardrailsIT {

    private final Nordlyst nordlyst = Nordlyst.running();
    private String tag;
    private ObjectNode rules;

    @BeforeEach
    void the_rules_as_they_are() {
        ApiAnswer answer = stina().get("/guardrails");
        tag = answer.headers().firstValue("ETag").orElseThrow();
        rules = (ObjectNode) answer.json();
    }

    @Test
    void a_revision_for_a_later_day_holds_from_that_day_on() {
        ApiAnswer changed = put(stina().withNewKey(), with("detour", Days.today().plusDays(30)));
        try {
            assertThat(changed.status()).as(changed.body()).isEqualTo(200);
            assertThat(outcomeOfDetour(20)).isEqualTo("GO_AND_TELL");
            assertThat(outcomeOfDetour(40)).isEqualTo("STOP");
        } finally {
            putBack();
        }
    }

    @Test
    void what_was_read_can_be_sent_back_and_changes_nothing() {
        ApiAnswer answer = put(stina().withNewKey(), rules);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json()).isEqualTo(rules);
    }

    @Test
    void P2_a_revision_is_made_once() {
        UUID key = UUID.randomUUID();

        ApiAnswer first = put(stina().withKey(key), rules);
        ApiAnswer again = put(stina().withKey(key), rules);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.isReplayed()).isTrue();
    }

    @Test
    void whoever_started_from_older_rules_is_told_so() {
        put(stina().withNewKey(), rules);

        ApiAnswer late = put(stina().withNewKey(), rules);

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.code()).isEqualTo("changed-meanwhile");
    }

    @Test
    void a_change_without_a_tag_is_not_made() {
        ApiAnswer answer = stina().withNewKey().put("/guardrails", rules);

        assertThat(answer.status()).isEqualTo(428);
        assertThat(answer.code()).isEqualTo("missing-tag");
    }

    @Test
    void what_has_begun_stays_as_it_was() {
        ((ObjectNode) rules.at("/items/0")).put("limit", "1.00");
        Map<String, String> before = nordlyst.books().digests();

        ApiAnswer answer = put(stina().withNewKey(), rules);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.violations()).anyMatch(v -> v.endsWith(" already-in-force"));
        assertThat(nordlyst.books().digests()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "otherwise, GO, items[0].otherwise unknown-value",
        "limit, 1e3, items[0].limit wrong-type",
        "from, soon, items[0].from wrong-type",
        "colour, red, items[0].colour unknown-field",
    })
    void a_guardrail_that_is_none_is_refused_with_its_place(
            String member, String value, String violation) {
        ((ObjectNode) rules.at("/items/0")).put(member, value);

        ApiAnswer answer = put(stina().withNewKey(), rules);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.violations()).contains(violation);
    }

    @Test
    void a_guardrail_about_a_kind_there_is_not_is_refused() {
        ApiAnswer answer = put(stina().withNewKey(), with("hug", Days.today().plusDays(30)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("violations.0.message")).contains("hug").doesNotContain("line");
    }

    private ObjectNode with(String kind, java.time.LocalDate from) {
        ObjectNode more = rules.deepCopy();
        ObjectNode rule = ((ArrayNode) more.get("items")).addObject();
        rule.put("code", "no-detours").put("from", from.toString());
        rule.putObject("when").put("kind", kind);
        rule.putObject("measure").put("type", "forbidden").put("of", "gesture");
        rule.put("limit", "0").put("otherwise", "STOP");
        return more;
    }

    private String outcomeOfDetour(int daysAhead) {
        return nordlyst.as("dag")
                .previews(a("detour").taking(6).over("3").plannedFor(Days.daysAhead(daysAhead)))
                .text("verdict.outcome");
    }

    private void putBack() {
        tag = stina().get("/guardrails").headers().firstValue("ETag").orElseThrow();
        ApiAnswer answer = put(stina().withNewKey(), rules);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private ApiAnswer put(ApiClient client, ObjectNode items) {
        return client.with("If-Match", tag).put("/guardrails", items);
    }

    private ApiClient stina() {
        return nordlyst.as("stina");
    }
}
