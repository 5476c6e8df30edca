package app.leeway.payoff.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.leeway.payoff.KronaEpisodes;
import app.leeway.support.ApiAnswer;
import app.leeway.support.ApiClient;
import app.leeway.support.Nordlyst;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Episodes from outside, over HTTP. */
class EstimateIT {

    private static final String GIVEN = "{\"kind\":\"k\",\"outcome\":5}";
    private static final String NOTHING = "{\"outcome\":4}";

    private final ApiClient lena = Nordlyst.running().as("lena");

    @Test
    void the_known_world_comes_out_as_published() {
        ApiAnswer answer = lena.post("/payoff/estimate", KronaEpisodes.json(20_000));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode late = finding(answer, "kind", "late_return");
        assertThat(late.at("/past/uncapped/value").asDouble())
                .isCloseTo(262.182604682929, within(1e-7));
        assertThat(late.at("/past/uncapped/error").asDouble())
                .isCloseTo(10.2996610866796, within(1e-8));
        assertThat(late.get("state").asText()).isEqualTo("pays");
        assertThat(late.get("badge").asText()).isEqualTo("B");
        assertThat(finding(answer, "kind", "free_upgrade").get("state").asText())
                .isEqualTo("loses");
        JsonNode gift = finding(answer, "kind", "handwritten_gift");
        assertThat(gift.get("state").asText()).isEqualTo("too-few");
        assertThat(gift.has("headline")).isFalse();
        assertThat(gift.has("naive")).isFalse();
    }

    @Test
    void it_is_said_in_the_language_of_whoever_asks() {
        String body = episodes(many(GIVEN, 20), many("{\"outcome\":4.5}", 20));

        assertThat(sentence(lena.with("Accept-Language", "sv").post("/payoff/estimate", body)))
                .isEqualTo("20 gester: för få för en siffra.");
        assertThat(sentence(lena.with("Accept-Language", "en").post("/payoff/estimate", body)))
                .isEqualTo("20 gestures: too few for any number.");
    }

    @Test
    void data_of_which_nothing_can_be_said_are_answered_with_the_reason() {
        assertThat(cannot(episodes(List.of(), List.of()))).isEqualTo("no-episodes");
        assertThat(cannot(episodes(List.of(GIVEN), List.of()))).isEqualTo("one-episode");
        assertThat(cannot(episodes(many(GIVEN, 50), List.of()))).isEqualTo("nobody-without");
        assertThat(cannot(episodes(List.of(), many(NOTHING, 50)))).isEqualTo("nothing-given");
        assertThat(cannot(episodes(many(GIVEN, 50), many("{\"outcome\":5}", 50))))
                .isEqualTo("constant-outcome");
    }

    @Test
    void poison_is_refused_with_its_place() {
        for (String poison : List.of("\"NaN\"", "1e999", "null", "\"5\"")) {
            ApiAnswer answer =
                    lena.post(
                            "/payoff/estimate",
                            episodes(List.of(GIVEN), List.of("{\"outcome\":" + poison + "}")));

            assertThat(answer.status()).as(poison).isEqualTo(422);
            assertThat(answer.text("violations.0.field")).isEqualTo("episodes[1].outcome");
        }
        assertThat(lena.post("/payoff/estimate", "{\"episodes\":[{\"outcome\":NaN}]}").status())
                .isEqualTo(400);
    }

    @Test
    void what_nobody_has_makes_nobody_alike() {
        String asked = episodes(List.of(GIVEN, GIVEN), List.of(NOTHING));
        ApiAnswer answer =
                lena.post("/payoff/estimate", "{\"seen\":[\"shoe-size\"]," + asked.substring(1));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("violations.0.code")).isEqualTo("unknown-fact");
    }

    private String cannot(String body) {
        ApiAnswer answer = lena.post("/payoff/estimate", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("findings")).isEmpty();
        return answer.text("cannot.0.code");
    }

    private static String sentence(ApiAnswer answer) {
        return answer.text("findings.0.sentence");
    }

    private static JsonNode finding(ApiAnswer answer, String by, String key) {
        for (JsonNode finding : answer.json().get("findings")) {
            if (finding.get("by").asText().equals(by) && finding.get("key").asText().equals(key)) {
                return finding;
            }
        }
        throw new AssertionError("no finding of " + by + " " + key);
    }

    private static List<String> many(String episode, int times) {
        return Collections.nCopies(times, episode);
    }

    private static String episodes(List<String> given, List<String> others) {
        List<String> all = new ArrayList<>(given);
        all.addAll(others);
        return "{\"episodes\":[" + String.join(",", all) + "]}";
    }
}
