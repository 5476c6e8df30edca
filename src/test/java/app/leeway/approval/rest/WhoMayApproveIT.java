package app.leeway.approval.rest;

import static app.leeway.support.GestureBuilder.a;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.ApiAnswer;
import app.leeway.support.GestureBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who may approve, asked wherever it is answered: in the answer to whoever asks, ahead of it, and
 * of the exception itself in every state, by everybody.
 */
class WhoMayApproveIT {

    private static final List<String> STATES =
            List.of(
                    "waiting",
                    "questioned",
                    "countered",
                    "approved",
                    "declined",
                    "withdrawn",
                    "expired",
                    "fallen-back");
    private static final Set<String> OPEN = Set.of("waiting", "questioned", "countered");
    private static final List<String> PEOPLE =
            List.of("anna", "adam", "kim", "mats", "maria", "lena", "stina", "axel");

    /** What keeps somebody from approving now though it is theirs to do. */
    private static final Set<String> NOT_NOW = Set.of("wrong-state", "another-pair-of-eyes");

    private final Asking asking = new Asking();

    @BeforeEach
    void nothing_has_been_given_yet() {
        everybody_is_there();
    }

    @AfterEach
    void everybody_is_there() {
        asking.nordlyst.books().clear();
    }

    @ParameterizedTest
    @CsvSource({
        "anna, 700.00,                  ,       kim mats lena",
        "anna, 4000.00,                 ,       mats lena",
        "kim,  2500.00,                 ,       mats lena",
        "mats, 2500.00,                 ,       lena",
        "lena, 2500.00,                 ,       ",
        "anna, 700.00, kim=maria        ,       maria mats lena",
        "anna, 700.00, kim=             ,       mats lena",
        "anna, 700.00, kim= mats= lena= ,       lena",
        "anna, 700.00, related          ,       mats lena"
    })
    void P8_every_place_that_says_who_may_approve_says_the_same(
            String requester, String amount, String circumstances, String expected) {
        List<String> may = expected == null ? List.of() : Arrays.asList(expected.split(" "));
        GestureBuilder gesture = a("goodwill").of(amount).to("C-1001").at("krogen");
        set(circumstances == null ? "" : circumstances);

        says(may, asking.as(requester).previews(gesture.asked()));
        for (String state : STATES) {
            if (may.isEmpty() && !List.of("waiting", "withdrawn").contains(state)) {
                continue; // nobody is there to bring it so far
            }
            ApiAnswer answer = asking.as(requester).logs(gesture.asked());
            says(may, answer);
            String id = answer.text("id");
            bring(id, state, requester, may.isEmpty() ? null : may.get(0));
            assertThat(
                            asking.as("axel")
                                    .get("/gestures/" + id)
                                    .texts("verdict.couldApprove", "user"))
                    .as("as it was answered")
                    .isEqualTo(may);
            for (String person : PEOPLE) {
                asks(person, id, state, may);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"'', kim mats lena", "related, mats lena"})
    void P8_the_same_people_could_have_approved_what_was_done_without_asking(
            String circumstances, String expected) {
        set(circumstances);

        ApiAnswer done = asking.as("anna").logs(a("goodwill").of("700.00").to("C-1001").done());

        assertThat(done.text("review")).isEqualTo("to-be-reviewed");
        assertThat(done.texts("verdict.couldApprove", "user")).containsExactly(expected.split(" "));
        assertThat(done.json().has("approval")).isFalse();
    }

    private static void says(List<String> may, ApiAnswer answer) {
        assertThat(answer.texts("verdict.couldApprove", "user")).as(answer.body()).isEqualTo(may);
        assertThat(answer.texts("approval.couldApprove", "user")).isEqualTo(may);
    }

    private void asks(String person, String id, String state, List<String> may) {
        ApiAnswer seen = asking.seen(person, id);
        String what = person + " of what is " + state + ": " + seen.body();
        assertThat(seen.status() == 200 && isTheirs(seen.json()))
                .as(what)
                .isEqualTo(may.contains(person));
        if (seen.status() == 200) {
            assertThat(seen.texts("couldDecide", "user"))
                    .as(what)
                    .isEqualTo(OPEN.contains(state) ? may : List.of());
        }
    }

    private static boolean isTheirs(JsonNode exception) {
        return StreamSupport.stream(exception.get("impossible").spliterator(), false)
                .filter(one -> one.get("verb").asText().equals("approve"))
                .allMatch(one -> NOT_NOW.contains(one.get("code").asText()));
    }

    private void bring(String id, String state, String requester, String decider) {
        switch (state) {
            case "questioned" -> must(asking.does(decider, id, "ask", "{\"comment\":\"Why?\"}"));
            case "countered" ->
                    must(
                            asking.does(
                                    decider,
                                    id,
                                    "counter",
                                    "{\"amount\":{\"amount\":\"600.00\",\"currency\":\"SEK\"}}"));
            case "approved" -> must(asking.does(decider, id, "approve"));
            case "declined" ->
                    must(asking.does(decider, id, "decline", "{\"reason\":\"too-much\"}"));
            case "withdrawn" -> must(asking.does(requester, id, "withdraw"));
            case "expired", "fallen-back" ->
                    asking.nordlyst
                            .books()
                            .write(
                                    "UPDATE approval SET state = '%s', clock = clock + 1 WHERE id = '%s'"
                                            .formatted(state, id));
            default -> {}
        }
    }

    private static void must(ApiAnswer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /**
     * @param circumstances {@code related}: Kim to the customer; {@code kim=maria}: who is away,
     *     and who stands in
     */
    private void set(String circumstances) {
        if (circumstances.equals("related")) {
            asking.as("kim").send("PUT", "/relations/C-1001", null, (String) null);
            return;
        }
        for (String away : circumstances.isEmpty() ? new String[0] : circumstances.split(" ")) {
            String[] people = away.split("=");
            asking.nordlyst
                    .books()
                    .write(
                            "INSERT INTO absence (id, person_id, from_at, until_at, stand_in_id, source,"
                                    + " made_by, made_at) SELECT gen_random_uuid(), k.id,"
                                    + " now() - interval '1 hour', now() + interval '1 hour',"
                                    + " (SELECT id FROM person WHERE user_name = '%s'), 'hand', k.id, now()"
                                            .formatted(people.length > 1 ? people[1] : "")
                                    + " FROM person k WHERE k.user_name = '%s'"
                                            .formatted(people[0]));
        }
    }
}
