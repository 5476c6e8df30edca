package app.leeway.approval.rest;

import static app.leeway.support.GestureBuilder.a;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.leeway.support.ApiAnswer;
import app.leeway.support.ApiClient;
import app.leeway.support.Nordlyst;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looking back in the running server. */
class SpotChecksIT {

    private final Nordlyst nordlyst = Nordlyst.running();
    private final ApiClient anna = nordlyst.as("anna");
    private final ApiClient kim = nordlyst.as("kim");
    private final ApiClient mats = nordlyst.as("mats");

    @BeforeEach
    void nothingWasGiven() {
        nordlyst.books().clear();
        nordlyst.books().write("DELETE FROM word");
    }

    @AfterEach
    void nothingIsSampled() {
        nordlyst.books().clear();
        sample(null);
    }

    @Test
    void what_passed_a_rule_is_looked_at_by_somebody_who_manages_the_place() {
        String gesture = done(anna, "700.00");
        ApiAnswer list = kim.with("Accept-Language", "en").get("/spot-checks");
        assertThat(list.texts("items", "gesture")).containsExactly(gesture);
        assertThat(list.text("items.0.why")).isEqualTo("to-be-reviewed");
        assertThat(list.text("items.0.kind")).isEqualTo("Goodwill");
        assertThat(anna.get("/spot-checks").code()).isEqualTo("not-allowed");
        assertThat(anna.get("/spot-checks?mine=true").texts("items", "gesture"))
                .containsExactly(gesture);

        ApiAnswer endorsed = look(kim, gesture, "endorse", "{}");
        assertThat(endorsed.text("state")).as(endorsed.body()).isEqualTo("endorsed");
        assertThat(endorsed.text("by.user")).isEqualTo("kim");
        assertThat(kim.get("/spot-checks").json().get("items")).isEmpty();
        ApiAnswer late = look(mats, gesture, "endorse", "{}");
        assertThat(late.code()).isEqualTo("wrong-state");
        assertThat(late.body()).contains("Kim Sten");
        assertThat(anna.get("/spot-checks?mine=true").text("items.0.state")).isEqualTo("endorsed");
    }

    @Test
    void what_was_inside_the_rules_never_lands_here() {
        done(anna, "100.00");
        assertThat(kim.get("/spot-checks").json().get("items")).isEmpty();
        assertThat(anna.get("/spot-checks?mine=true").json().get("items")).isEmpty();
        assertThat(nordlyst.books().figure("SELECT count(*) FROM look")).isZero();
    }

    @Test
    void but_a_sample_of_it_does_and_whoever_gave_it_sees_it_first() {
        sample("100");
        String gesture = done(anna, "100.00");
        assertThat(kim.get("/spot-checks").json().get("items")).isEmpty();
        assertThat(look(kim, gesture, "endorse", "{}").status()).isEqualTo(404);
        ApiAnswer mine = anna.with("Accept-Language", "sv").get("/spot-checks?mine=true");
        assertThat(mine.text("items.0.why")).isEqualTo("sample");
        assertThat(anna.with("Accept-Language", "en").get("/notifications").text("items.0.text"))
                .startsWith("One of your gestures was picked by chance");

        assertThat(look(anna, gesture, "seen", "{}").status()).isEqualTo(200);
        assertThat(kim.get("/spot-checks").texts("items", "gesture")).containsExactly(gesture);
        assertThat(look(kim, gesture, "endorse", "{}").text("state")).isEqualTo("endorsed");
    }

    @Test
    void after_three_days_it_is_seen_all_the_same() {
        sample("100");
        String gesture = done(anna, "100.00");
        kim.get("/spot-checks");
        nordlyst.books().write("UPDATE look SET drawn_at = now() - interval '73 hours'");
        assertThat(kim.get("/spot-checks").texts("items", "gesture")).containsExactly(gesture);
    }

    @Test
    void what_the_two_say_is_for_the_two_alone() {
        String gesture = done(anna, "700.00");
        kim.get("/spot-checks");
        assertThat(look(anna, gesture, "talk", "{\"text\":\"x\"}").code())
                .as("nobody has asked yet")
                .isEqualTo("wrong-state");
        look(kim, gesture, "talk", "{\"text\":\"Tell me about it, canary\"}");
        look(anna, gesture, "talk", "{\"text\":\"They had waited long, canary\"}");
        for (ApiClient one : new ApiClient[] {kim}) {
            assertThat(one.get("/spot-checks").text("items.0.notes.1.by.user")).isEqualTo("anna");
        }
        assertThat(anna.get("/spot-checks?mine=true").text("items.0.notes.0.text"))
                .contains("canary");
        for (String other : new String[] {"mats", "lena", "axel"}) {
            ApiAnswer list = nordlyst.as(other).get("/spot-checks");
            assertThat(list.text("items.0.state")).as(other).isEqualTo("talked");
            assertThat(list.body()).as(other).doesNotContain("canary");
        }
        assertThat(look(mats, gesture, "talk", "{\"text\":\"x\"}").code()).isEqualTo("wrong-state");
        assertThat(
                        nordlyst.books()
                                .figure(
                                        "SELECT (SELECT count(*) FROM audit_entry WHERE after LIKE"
                                                + " '%canary%') + (SELECT count(*) FROM word WHERE"
                                                + " facts LIKE '%canary%')"))
                .isZero();
        assertThat(look(kim, gesture, "endorse", "{}").text("state")).isEqualTo("endorsed");
    }

    @Test
    void a_question_goes_to_the_rule_and_not_to_the_person() {
        String gesture = done(anna, "700.00");
        kim.get("/spot-checks");
        assertThat(
                        look(kim, gesture, "question", "{\"clause\":\"none\",\"question\":\"?\"}")
                                .violations())
                .containsExactly("clause unknown-clause");
        assertThat(look(kim, gesture, "question", "{\"question\":\"?\"}").violations())
                .containsExactly("clause missing");
        ApiAnswer asked =
                look(
                        kim,
                        gesture,
                        "question",
                        "{\"guardrail\":\"goodwill-single\",\"question\":\"Is 500 still right?\"}");
        assertThat(asked.text("state")).isEqualTo("questioned");
        assertThat(
                        nordlyst.books()
                                .figure(
                                        "SELECT count(*) FROM rule_question"
                                                + " WHERE guardrail = 'goodwill-single'"))
                .isEqualTo(1);
    }

    @Test
    void those_who_keep_the_rules_read_what_is_asked_of_them_and_not_of_whom() {
        String first = done(anna, "700.00");
        String second = done(nordlyst.as("adam"), "650.00");
        kim.get("/spot-checks");
        question(first, "{\"guardrail\":\"goodwill-single\",\"question\":\"Is 500 right?\"}");
        question(second, "{\"clause\":\"seat-belt\",\"question\":\"Also when parked?\"}");

        for (String reader : new String[] {"stina", "lena", "axel"}) {
            ApiAnswer asked = nordlyst.as(reader).get("/rule-questions?limit=1");
            assertThat(asked.texts("items", "question")).containsExactly("Also when parked?");
            assertThat(asked.text("items.0.clause")).isEqualTo("seat-belt");
            assertThat(asked.text("items.0.by.user")).isEqualTo("kim");
            assertThat(asked.body()).doesNotContain("adam", "Adam", second);
            ApiAnswer more =
                    nordlyst.as(reader).get("/rule-questions?limit=1&after=" + asked.text("next"));
            assertThat(more.text("items.0.guardrail")).isEqualTo("goodwill-single");
            assertThat(more.text("next")).isNull();
        }
        assertThat(kim.get("/rule-questions").code()).isEqualTo("not-allowed");
        assertThat(anna.get("/rule-questions").code()).isEqualTo("not-allowed");
        assertThat(nordlyst.as("stina").get("/rule-questions?after=x").violations()).isNotEmpty();
    }

    private void question(String gesture, String body) {
        assertThat(look(kim, gesture, "question", body).text("state")).isEqualTo("questioned");
    }

    @Test
    void P8_nobody_looks_at_their_own_or_their_managers() {
        String own = done(kim, "2500.00");
        mats.get("/spot-checks");
        assertThat(kim.get("/spot-checks").json().get("items")).isEmpty();
        assertThat(look(kim, own, "endorse", "{}").code()).isEqualTo("not-allowed");
        assertThat(look(nordlyst.as("axel"), own, "endorse", "{}").code()).isEqualTo("not-allowed");
        assertThatThrownBy(
                        () ->
                                nordlyst.books()
                                        .write(
                                                "UPDATE look SET state = 'endorsed', at = now(),"
                                                        + " by_person = (SELECT id FROM person"
                                                        + " WHERE user_name = 'kim')"))
                .rootCause()
                .hasMessageContaining("nobody looks at their own gesture");
        String ofMats = done(mats, "2600.00");
        nordlyst.as("lena").get("/spot-checks");
        assertThat(look(kim, ofMats, "endorse", "{}").code()).isEqualTo("not-allowed");
        assertThat(look(mats, own, "endorse", "{}").text("state")).isEqualTo("endorsed");
    }

    private String done(ApiClient client, String amount) {
        ApiAnswer logged = client.logs(a("goodwill").of(amount).to("C-1001").at("krogen").done());
        assertThat(logged.status()).as(logged.body()).isEqualTo(201);
        return logged.text("id");
    }

    private static ApiAnswer look(ApiClient client, String gesture, String verb, String body) {
        return client.withNewKey().post("/spot-checks/" + gesture + "/" + verb, body);
    }

    /** As if a steward had brought a company file that says so. */
    private void sample(String percent) {
        nordlyst.books()
                .write(
                        "UPDATE org_unit SET sample = %s WHERE code = 'krogen'"
                                .formatted(percent == null ? "NULL" : percent));
        nordlyst.books().write("UPDATE company SET revision = revision + 1");
        nordlyst.books().clear();
    }
}
