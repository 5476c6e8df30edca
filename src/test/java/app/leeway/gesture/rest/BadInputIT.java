package app.leeway.gesture.rest;

import static app.leeway.support.GestureBuilder.a;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.ApiAnswer;
import app.leeway.support.ApiClient;
import app.leeway.support.Days;
import app.leeway.support.GestureBuilder;
import app.leeway.support.Nordlyst;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a gesture is said as a problem, and nothing is changed by it. */
class BadInputIT {

    private static final GestureBuilder FINE = a("goodwill").of("100.00").to("C-1001").done();

    private final Nordlyst nordlyst = Nordlyst.running();
    private Map<String, String> before;

    @BeforeEach
    void everything_is_as_it_was() {
        nordlyst.books().clear();
        Stream.of("anna", "kim", "berit", "dag", "gunnar").forEach(user -> as(user).get("/me"));
        before = nordlyst.books().digests();
    }

    @AfterEach
    void nothing_was_changed() {
        assertThat(nordlyst.books().digests()).isEqualTo(before);
    }

    static Stream<Arguments> wrong_gestures() {
        return Stream.of(
                wrong("an unknown kind", FINE.with("kind", "hug"), "kind unknown-kind"),
                wrong("an unknown customer", FINE.to("C-0"), "customer unknown-customer"),
                wrong("an unknown clause", FINE.bending("no-fun"), "bends unknown-clause"),
                wrong("an unknown site", FINE.at("moon"), "site unknown-site"),
                wrong("a kind not given here", a("detour").done(), "kind kind-not-here"),
                wrong(
                        "an unknown touchpoint",
                        FINE.with("touchpoint", "roof"),
                        "touchpoint unknown-touchpoint"),
                wrong("less than nothing", FINE.of("-5.00"), "cost.amount too-small"),
                wrong("nothing", FINE.of("0.00"), "cost.amount too-small"),
                wrong("10 to the 15th", FINE.of("1000000000000000"), "cost.amount too-large"),
                wrong("three decimals", FINE.of("1.005"), "cost.amount not-an-amount"),
                wrong("an exponent", FINE.of("1e3"), "cost.amount not-an-amount"),
                wrong("not a number", FINE.of("NaN"), "cost.amount not-an-amount"),
                wrong(
                        "a JSON number for money",
                        FINE.with("cost", Map.of("amount", 100, "currency", "SEK")),
                        "cost.amount wrong-type"),
                wrong(
                        "another currency",
                        FINE.with("cost", Map.of("amount", "5.00", "currency", "EUR")),
                        "cost.currency wrong-currency"),
                wrong("no cost", FINE.without("cost"), "cost missing"),
                wrong(
                        "a cost that follows from the kind",
                        a("birthday-treat").of("90.00").done(),
                        "cost cost-not-entered"),
                wrong("no customer", FINE.without("customer").asked(), "customer customer-needed"),
                wrong(
                        "an hour into the future",
                        FINE.doneAt(in(Duration.ofHours(1))),
                        "occurredAt in-the-future"),
                wrong(
                        "a plan for the past",
                        FINE.plannedFor(in(Duration.ofMinutes(-3))),
                        "plannedFor in-the-past"),
                wrong(
                        "a plan for what is done",
                        FINE.done().with("plannedFor", Days.tomorrowAtNoon().toString()),
                        "plannedFor planned-and-done"),
                wrong(
                        "a plan too far ahead",
                        FINE.plannedFor(Days.daysAhead(92)),
                        "plannedFor too-far-ahead"),
                wrong(
                        "asked for and yet happened",
                        FINE.asked().with("occurredAt", Days.yesterdayAtNoon().toString()),
                        "occurredAt occurred-and-asked"),
                wrong(
                        "a time without its offset",
                        FINE.with("occurredAt", "2026-11-01T12:00:00"),
                        "occurredAt wrong-type"),
                wrong("an unknown field", FINE.with("colour", "red"), "colour unknown-field"),
                wrong("no word whether it is done", FINE.without("done"), "done missing"),
                wrong("done as text", FINE.with("done", "true"), "done wrong-type"),
                wrong("a NUL", FINE.with("occasion", "a\u0000b"), "occasion not-text"),
                wrong(
                        "a long occasion",
                        FINE.with("occasion", "x".repeat(501)),
                        "occasion too-long"));
    }

    private static Arguments wrong(String what, GestureBuilder gesture, String violation) {
        return Arguments.of(what, gesture, violation);
    }

    private static Instant in(Duration duration) {
        return Instant.now().plus(duration);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("wrong_gestures")
    void a_gesture_that_cannot_be_is_refused_with_its_reason(
            String what, GestureBuilder gesture, String violation) {
        ApiAnswer answer = as("anna").logs(gesture);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("invalid");
        assertThat(answer.violations()).contains(violation);
        assertThat(answer.text("requestId")).isNotBlank();
    }

    @Test
    void time_and_distance_are_asked_for_where_they_make_the_cost() {
        ApiAnswer answer = as("dag").logs(a("detour").done());

        assertThat(answer.violations())
                .containsExactlyInAnyOrder("minutes minutes-needed", "distanceKm distance-needed");
    }

    @Test
    void everything_wrong_with_a_gesture_is_said_at_once() {
        GestureBuilder gesture =
                FINE.of("-1").with("done", 1).with("visit", "x".repeat(81)).with("colour", "red");

        assertThat(as("anna").logs(gesture).violations())
                .containsExactlyInAnyOrder(
                        "cost.amount too-small",
                        "done wrong-type",
                        "visit too-long",
                        "colour unknown-field");
    }

    @Test
    void a_field_that_stands_there_twice_is_refused() {
        String twice = FINE.toString().replace("{\"kind\"", "{\"kind\":\"upgrade\",\"kind\"");

        ApiAnswer answer = as("anna").withNewKey().post("/gestures", twice);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.violations()).containsExactly("kind duplicate-field");
    }

    @Test
    void half_a_character_is_no_text() {
        String half = FINE.with("occasion", "HALF").toString().replace("HALF", "a\\ud83d");

        ApiAnswer answer = as("anna").withNewKey().post("/gestures", half);

        assertThat(answer.violations()).containsExactly("occasion not-text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"kind\":\"goodwill\",}", "kind=goodwill"})
    void what_is_not_json_is_refused(String body) {
        ApiAnswer answer = as("anna").withNewKey().post("/gestures", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("malformed-json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/xml",
                "application/x-www-form-urlencoded",
                "application/yaml"
            })
    void a_body_of_another_media_type_is_refused(String mediaType) {
        ApiAnswer answer =
                as("anna").withNewKey().send("POST", "/gestures", mediaType, FINE.toString());

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.code()).isEqualTo("unsupported-media-type");
    }

    @Test
    void a_body_of_65_kib_is_refused_by_its_declared_length() {
        ApiAnswer answer = as("anna").withNewKey().post("/gestures", large());

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("too-large");
    }

    @Test
    void a_body_of_65_kib_is_refused_also_when_its_length_is_not_declared() {
        byte[] bytes = large().getBytes(StandardCharsets.UTF_8);
        BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));

        ApiAnswer answer =
                as("anna").withNewKey().send("POST", "/gestures", ApiClient.JSON, chunked);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("too-large");
    }

    private static String large() {
        return FINE.with("occasion", "x".repeat(65 * 1024)).toString();
    }

    @Test
    void a_gesture_without_a_key_is_refused() {
        ApiAnswer answer = as("anna").post("/gestures", FINE);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("missing-key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "not-a-uuid",
                "00000000-0000-0000-0000-000000000000",
                "6fa459ea-ee8a-3ca4-894e-db77e160355e",
                "{6fa459ea-ee8a-4ca4-894e-db77e160355e}"
            })
    void a_malformed_key_is_refused(String key) {
        ApiAnswer answer = as("anna").withKey(key).post("/gestures", FINE);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("malformed-key");
    }

    @ParameterizedTest
    @CsvSource({"kim, gymmet", "anna, gymmet", "maria, krogen", "berit, krogen"})
    void nobody_logs_at_another_site_than_their_own(String user, String site) {
        as(user).get("/me");
        before = nordlyst.books().digests();

        ApiAnswer answer = as(user).logs(FINE.at(site));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("outside-your-area");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /gestures?colour=red, colour unknown-field",
        "GET, /gestures?limit=0, limit wrong-type",
        "GET, /gestures?limit=many, limit wrong-type",
        "GET, /gestures?after=nonsense, after wrong-type",
        "GET, /gestures?state=lost, state unknown-value",
        "GET, /gestures?from=yesterday, from wrong-type",
        "GET, /gestures?kind=goodwill&kind=upgrade, kind duplicate-field",
        "GET, /customers, q missing",
        "GET, /customers?q=a, q too-short",
    })
    void a_wrong_question_is_refused(String method, String path, String violation) {
        ApiAnswer answer = as("anna").get(path);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.violations()).containsExactly(violation);
    }

    @Test
    void what_is_not_there_is_not_found() {
        for (String path :
                new String[] {
                    "/gestures/" + UUID.randomUUID(),
                    "/gestures/not-a-uuid",
                    "/customers/C-0",
                    "/budgets/none",
                    "/leeway?site=moon",
                    "/nothing"
                }) {
            ApiAnswer answer = as("anna").get(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.code()).as(path).isEqualTo("not-found");
        }
    }

    @Test
    void a_method_that_an_address_does_not_know_is_refused_with_those_it_knows() {
        ApiAnswer answer = as("anna").send("DELETE", "/gestures", null, (String) null);

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.code()).isEqualTo("method-not-allowed");
        assertThat(answer.headers().firstValue("Allow")).isPresent();
    }

    private ApiClient as(String user) {
        return nordlyst.as(user);
    }
}
