package app.leeway.journey;

import static app.leeway.support.GestureBuilder.a;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.ApiAnswer;
import app.leeway.support.ApiClient;
import app.leeway.support.Browsers;
import app.leeway.support.Days;
import app.leeway.support.Device;
import app.leeway.support.GestureBuilder;
import app.leeway.support.Nordlyst;
import app.leeway.support.Visit;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What nobody should send is answered with what is wrong with it, and never with a fault of ours.
 */
class ClearErrorsIT {

    private static final GestureBuilder PLANNED =
            a("goodwill").of("100.00").to("C-1001").plannedFor(Days.tomorrowAtNoon());

    private final Nordlyst nordlyst = Nordlyst.running();

    @BeforeEach
    void nothing_has_been_given_yet() {
        nordlyst.books().clear();
    }

    @Test
    void P12_no_reading_takes_a_parameter_that_it_does_not_know() {
        ApiClient stina = nordlyst.as("stina");
        List<String> silent = new ArrayList<>();
        int tried = 0;
        for (String operation : nordlyst.document().operations()) {
            if (operation.startsWith("GET /api/v1/")) {
                String path =
                        operation
                                .substring("GET /api/v1".length())
                                .replace("{id}", UUID.randomUUID().toString())
                                .replaceAll("\\{[^}]*}", "x");
                ApiAnswer answer = stina.get(path + "?nonsense=1");
                tried++;
                if (answer.status() != 422
                        || !answer.violations().contains("nonsense unknown-field")) {
                    silent.add(operation + ": " + answer.status() + " " + answer.body());
                }
            }
        }

        assertThat(silent).isEmpty();
        assertThat(tried).isGreaterThan(20);
    }

    @Test
    void P12_what_says_nothing_finds_nobody() {
        for (String said : List.of("00", "%2B00", "0", "000", "''", "%00", "00%20falk")) {
            assertThat(nordlyst.as("anna").get("/customers?q=" + said).status())
                    .as(said)
                    .isIn(200, 422);
        }
    }

    @Test
    void P12_numbers_and_times_beyond_all_bounds_are_said_to_be_so() {
        ApiClient anna = nordlyst.as("anna").withNewKey();

        ApiAnswer digits =
                anna.post(
                        "/gestures",
                        "{\"kind\":\"goodwill\",\"minutes\":" + "9".repeat(1200) + "}");
        assertThat(digits.status()).isEqualTo(400);
        assertThat(digits.code()).isEqualTo("malformed-json");
        for (String time : List.of("-0001-01-01T00:00:00Z", "+292000-01-01T00:00:00Z")) {
            ApiAnswer answer =
                    anna.post("/gestures", a("locker-coin").done().with("occurredAt", time));
            assertThat(answer.status()).as(answer.body()).isEqualTo(422);
            assertThat(answer.violations()).containsExactly("occurredAt out-of-range");
        }
    }

    @Test
    void p2_one_key_names_one_request() {
        ApiClient anna = nordlyst.as("anna");
        UUID ofGesture = UUID.randomUUID();
        UUID ofEnding = UUID.randomUUID();
        ApiAnswer held = anna.withKey(ofGesture).post("/gestures", PLANNED);
        String settlement = "/gestures/" + held.text("id") + "/settlement";

        refusedAsReused(anna.withKey(ofGesture).post(settlement, "{}"));
        refusedAsReused(
                nordlyst.as("stina")
                        .withKey(ofGesture)
                        .send("POST", "/company", "application/yaml", "x: 1"));
        assertThat(anna.withKey(ofEnding).post(settlement, "{}").status()).isEqualTo(200);
        refusedAsReused(anna.withKey(ofEnding).post("/gestures", PLANNED));
        refusedAsReused(
                anna.withKey(ofEnding).post("/gestures/" + held.text("id") + "/reversal", "{}"));

        assertThat(anna.withKey(ofEnding).post(settlement, "{}").isReplayed()).isTrue();
        assertThat(anna.withKey(ofGesture).post("/gestures", PLANNED).isReplayed()).isTrue();
        assertThat(nordlyst.books().figure("SELECT count(*) FROM gesture")).isEqualTo(1);
    }

    private static void refusedAsReused(ApiAnswer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("key-reused");
    }

    @Test
    void P12_pages_say_it_too() {
        try (Browsers browsers = Browsers.open();
                Visit kim =
                        browsers.visit(Device.DESKTOP, "sv-SE", ColorScheme.LIGHT)
                                .expecting("404")) {
            kim.signIn("kim", "/budget/budgets.xhtml");
            for (String before : List.of("x", "-1", "1.5", "9".repeat(30))) {
                Response page =
                        kim.page()
                                .navigate(
                                        kim.page().url().replaceAll("/budget/.*", "")
                                                + "/budget/budget.xhtml?code=krogen-month&before="
                                                + before);
                assertThat(page.status()).as(before).isEqualTo(404);
                assertThat(kim.page().locator("h1").count()).isEqualTo(1);
            }
            kim.open("/budget/budgets.xhtml");
            for (String state :
                    List.of("x", "1:2", "-5:7", "stateless", "", "rO0ABXA=", "!".repeat(9000))) {
                Object answer =
                        kim.page()
                                .evaluate(
                                        "async state => { const r = await fetch(location.href, {method: 'POST',"
                                                + " body: new URLSearchParams({'jakarta.faces.ViewState': state,"
                                                + " nothing: 'nothing'})}); return r.status + ' ' +"
                                                + " (await r.text()).includes('</main>') }",
                                        state);
                assertThat(answer).as(state).isEqualTo("200 true");
            }
        }
    }
}
