package app.leeway.approval.rest;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.ApiAnswer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every verb in every state, by everybody: who gets what. */
class VerbTableIT {

    private static final List<String> OF_DECIDERS =
            List.of("approve", "counter", "decline", "ask", "reassign");
    private static final List<String> OF_REQUESTERS =
            List.of("accept", "answer", "remind", "withdraw");
    private static final Map<String, String> BODIES =
            Map.of(
                    "counter", "{\"amount\":{\"amount\":\"600.00\",\"currency\":\"SEK\"}}",
                    "decline", "{\"reason\":\"too-much\"}",
                    "ask", "{\"comment\":\"Why?\"}",
                    "answer", "{\"comment\":\"Because.\"}",
                    "reassign", "{\"to\":\"mats\"}");

    private static final String AWAY =
            "INSERT INTO absence (id, person_id, from_at, until_at, stand_in_id, source, made_by,"
                    + " made_at) SELECT gen_random_uuid(), k.id, now() - interval '1 hour',"
                    + " now() + interval '1 hour', m.id, 'hand', k.id, now()"
                    + " FROM person k, person m"
                    + " WHERE k.user_name = 'kim' AND m.user_name = 'maria'";
    private static final String BACK = "DELETE FROM absence";

    private final Asking asking = new Asking();

    @BeforeEach
    void nothing_has_been_given_yet() {
        asking.nordlyst.books().clear();
        asking.nordlyst.books().write(BACK);
    }

    @AfterEach
    void everybody_is_back() {
        asking.nordlyst.books().write(BACK);
    }

    @ParameterizedTest
    @CsvSource({
        "waiting,     approve counter decline ask reassign,  remind withdraw,        ",
        "questioned,  approve counter decline reassign,      answer withdraw,        ",
        "countered,   ,                                      accept answer withdraw, undo",
        "approved,    ,                                      ,                       undo",
        "declined,    ,                                      ,                       ",
        "withdrawn,   ,                                      ,                       ",
        "expired,     ,                                      ,                       ",
        "fallen-back, ,                                      ,                       "
    })
    void p8_everybody_can_do_what_is_theirs_when_it_is_time_for_it(
            String state, String decider, String requester, String author) {
        String shared = in(state);
        for (String verb : OF_DECIDERS) {
            expect("kim", shared, state, verb, allowed(decider, verb));
            expect("anna", shared, state, verb, 403);
            expect("axel", shared, state, verb, 403);
        }
        for (String verb : OF_REQUESTERS) {
            expect("anna", shared, state, verb, allowed(requester, verb));
            expect("kim", shared, state, verb, 403);
            expect("axel", shared, state, verb, 403);
        }
        expect("kim", shared, state, "undo", allowed(author, "undo"));
        expect("anna", shared, state, "undo", 403);
        expect("axel", shared, state, "undo", 403);
        for (String stranger : List.of("maria", "adam", "stina")) {
            for (String verb : OF_DECIDERS) {
                expect(stranger, shared, state, verb, 404);
            }
            expect(stranger, shared, state, "withdraw", 404);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "waiting,     approve counter decline ask reassign",
        "questioned,  approve counter decline reassign",
        "countered,   ",
        "approved,    ",
        "declined,    "
    })
    void p8_a_stand_in_can_do_what_whoever_is_away_could_and_both_names_are_kept(
            String state, String decider) {
        String shared = in(state);
        asking.nordlyst.books().write(AWAY);
        for (String verb : OF_DECIDERS) {
            int status = allowed(decider, verb);
            String id = shared;
            if (status == 200) {
                asking.nordlyst.books().write(BACK);
                id = in(state);
                asking.nordlyst.books().write(AWAY);
            }
            ApiAnswer answer = asking.does("maria", id, verb, BODIES.getOrDefault(verb, "{}"));
            assertThat(answer.status()).as(verb + ": " + answer.body()).isEqualTo(status);
            if (status == 200) {
                assertThat(answer.texts("log", "inPlaceOf")).as(verb).contains("Kim Sten");
                assertThat(asking.does("kim", id, "approve").text("why")).isEqualTo("away");
            }
        }
        for (String verb : OF_REQUESTERS) {
            ApiAnswer answer = asking.does("maria", shared, verb, BODIES.getOrDefault(verb, "{}"));
            assertThat(answer.status()).as(verb).isEqualTo(403);
        }
    }

    private static int allowed(String verbs, String verb) {
        return verbs != null && Arrays.asList(verbs.split(" ")).contains(verb) ? 200 : 409;
    }

    private void expect(String user, String shared, String state, String verb, int status) {
        String id = status == 200 ? in(state) : shared;
        ApiAnswer answer = asking.does(user, id, verb, BODIES.getOrDefault(verb, "{}"));

        String what = user + " " + verb + " in " + state + ": " + answer.body();
        assertThat(answer.status()).as(what).isEqualTo(status);
        if (status == 409) {
            assertThat(answer.code()).as(what).isEqualTo("wrong-state");
            assertThat(answer.json().get("possible")).as(what).isNotNull();
        }
    }

    /** An exception of Anna's in a state that Kim, or nobody, has brought it to. */
    private String in(String state) {
        String id = asking.asks("anna", "700.00");
        asking.wasAskedAnHourAgo(id);
        switch (state) {
            case "questioned" -> must(asking.does("kim", id, "ask", BODIES.get("ask")));
            case "countered" -> must(asking.does("kim", id, "counter", BODIES.get("counter")));
            case "approved" -> must(asking.does("kim", id, "approve"));
            case "declined" -> must(asking.does("kim", id, "decline", BODIES.get("decline")));
            case "withdrawn" -> must(asking.does("anna", id, "withdraw"));
            case "expired", "fallen-back" ->
                    asking.nordlyst
                            .books()
                            .write(
                                    "UPDATE approval SET state = '"
                                            + state
                                            + "', clock = clock + 1 WHERE id = '"
                                            + id
                                            + "'");
            default -> {}
        }
        return id;
    }

    private static void must(ApiAnswer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
