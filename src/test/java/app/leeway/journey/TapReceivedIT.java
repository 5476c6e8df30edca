package app.leeway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.Nordlyst;
import app.leeway.support.StandIn;
import app.leeway.support.StandIn.Answer;
import app.leeway.support.Visit;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is taken for received, what for not received, and how goes on what the server refused. */
class TapReceivedIT {

    private static final String PROBLEM = "application/problem+json";
    private static final String ALONE = "/api/v1/gestures";
    private static final String TOGETHER = "/api/v1/gestures/batch";
    private static final String WORDS_OF_SERVER = "kind is not given here";

    @RegisterExtension static final Tablets TABLETS = new Tablets();

    private static Visit tablet() {
        return TABLETS.visit().expecting("Failed to load resource").expecting("ERR_INTERNET");
    }

    private static TapPage signedIn(Visit tablet, String user) {
        tablet.signIn(user, "/tap/sign-in");
        return new TapPage(tablet.page()).ready();
    }

    private static String problem(int status, String code) {
        return "{\"type\":\"/problems/%s\",\"title\":\"T\",\"status\":%d,\"detail\":\"d\",\"code\":\"%s\",\"requestId\":\"r\"}"
                .formatted(code, status, code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "200 | application/json | {'hello':'captive'}",
                "201 | application/json | {'id':'0190a3f2-0000-7000-8000-000000000001','state':'settled'}",
                "403 | application/json | {'code':'not-allowed'}",
                "404 | application/problem+json | {'type':'about:blank','status':404,'code':'not-found'}",
                "422 | application/problem+json | {'type':'/problems/refused','status':422,'code':'refused'}",
                "409 | application/problem+json | {'type':'/problems/no-plan','status':409,'code':'no-plan'}",
                "511 | text/html | <p>Sign in to the network</p>"
            })
    void p1_what_somebody_else_answers_in_the_server_s_place_is_not_received(
            int status, String type, String body) throws SQLException {
        try (Visit tablet = tablet()) {
            StandIn captive = StandIn.in(tablet.context());
            TapPage tap = signedIn(tablet, "gunnar");
            captive.answers(ALONE, Answer.of(status, type, body.replace('\'', '"')));
            tap.kind("locker-coin").log().awaitMark("saved");
            String id = tap.logged();
            tablet.page().waitForCondition(() -> !captive.asked().isEmpty());
            tap.awaitRows(1, "saved");
            assertThat(tap.rows("look")).isZero();

            captive.leaves();
            sendNow(tablet);
            tap.awaitRows(0, "saved");
            assertThat(KeptGestures.with(List.of(id))).hasSize(1);
        }
    }

    @Test
    void p1_a_batch_is_received_as_far_as_it_is_answered_by_id() throws SQLException {
        try (Visit tablet = tablet()) {
            BrowserContext context = tablet.context();
            StandIn server = StandIn.in(context);
            TapPage tap = signedIn(tablet, "gunnar");
            context.setOffline(true);
            for (int i = 0; i < 3; i++) {
                tap.kind("locker-coin").log().awaitMark("saved");
            }
            List<String> ids = tap.unsentIds();
            server.answers(
                    TOGETHER,
                    Answer.of(
                            200,
                            "application/json",
                            "{\"items\":[{\"id\":\"x\",\"status\":201}]}"));
            context.setOffline(false);
            sendNow(tablet);
            tablet.page().waitForCondition(() -> !server.asked().isEmpty());
            tap.awaitRows(3, "saved");

            server.leaves();
            sendNow(tablet);
            tap.awaitRows(0, "saved");
            assertThat(KeptGestures.with(ids)).hasSize(3);
        }
    }

    @Test
    void p1_what_somebody_had_no_access_to_is_kept_handed_over_and_sent_again_by_itself()
            throws SQLException {
        try (Visit tablet = tablet()) {
            StandIn server = StandIn.in(tablet.context());
            TapPage tap = signedIn(tablet, "gunnar");
            server.answers(ALONE, Answer.of(403, PROBLEM, problem(403, "not-allowed")));
            tap.kind("locker-coin").log().awaitMark("look");
            String id = tap.logged();
            assertThat(tap.answer()).contains("Inte mottagen än", "Du har inte behörighet");
            Locator row = tablet.page().locator(".row[data-id='" + id + "']");
            assertThat(row.innerText()).contains("Lämna till chefen", "Skicka igen", "Ta bort");
            TapAccessibilityIT.look(tablet, "look-access");
            tablet.page().locator("#hand-" + id).click();
            assertThat(tablet.page().locator("#hand-facts").innerText())
                    .contains("Gunnar Lind", "Mynt till skåpet", id);
            TapAccessibilityIT.look(tablet, "look-hand");
            tablet.page().locator("#sheet .heading button").click();

            server.leaves();
            tablet.page().reload();
            tap.ready().awaitRows(0, "look").awaitRows(0, "saved");
            assertThat(KeptGestures.with(List.of(id))).hasSize(1);
        }
    }

    @Test
    void p1_what_the_server_cannot_take_is_corrected_and_sent_under_its_own_id()
            throws SQLException {
        try (Visit tablet = tablet()) {
            StandIn server = StandIn.in(tablet.context());
            TapPage tap = signedIn(tablet, "klara");
            String refused =
                    problem(422, "invalid")
                            .replaceFirst(
                                    "}$",
                                    ",\"violations\":[{\"field\":\"cost\",\"code\":\"c\",\"message\":\"%s\"}]}"
                                            .formatted(WORDS_OF_SERVER));
            server.answers(ALONE, Answer.of(422, PROBLEM, refused));
            tap.kind("goodwill").amount(200).nobody().log().awaitMark("look");
            String id = tap.logged();
            assertThat(tap.answer()).contains(WORDS_OF_SERVER);
            tablet.screenshot("tap-look-correct");
            server.leaves();

            tap.tap("#correct-" + id);
            TapAccessibilityIT.look(tablet, "look-correcting");
            tap.amount(100).log().awaitMark("received");

            assertThat(tap.logged()).isEqualTo(id);
            assertThat(tap.rows("look")).isZero();
            assertThat(KeptGestures.with(List.of(id)))
                    .extracting(KeptGestures.Row::costMinor)
                    .containsExactly(10_000L);
        }
    }

    @Test
    void p1_an_undo_of_what_was_undone_elsewhere_meanwhile_is_done_and_not_stuck()
            throws SQLException {
        try (Visit tablet = tablet()) {
            TapPage tap = signedIn(tablet, "gunnar");
            tap.kind("locker-coin").log().awaitMark("received");
            String id = tap.logged();
            tablet.context().setOffline(true);
            tap.undo();
            int undone =
                    Nordlyst.running()
                            .as("gunnar")
                            .withNewKey()
                            .post("/gestures/" + id + "/reversal", "{}")
                            .status();
            assertThat(undone).isEqualTo(200);
            tablet.context().setOffline(false);
            sendNow(tablet);
            tap.awaitRows(0, "saved");
            tablet.page()
                    .waitForCondition(
                            () ->
                                    tablet.page()
                                            .locator(".row[data-id='" + id + "']")
                                            .innerText()
                                            .contains("ångrat"));
            assertThat(tap.rows("look")).isZero();
        }
    }

    @Test
    void p5_a_server_that_asks_for_time_is_given_it_whatever_happens_on_the_tablet()
            throws SQLException {
        try (Visit tablet = tablet()) {
            StandIn server = StandIn.in(tablet.context());
            TapPage tap = signedIn(tablet, "gunnar");
            Answer tooMany =
                    new Answer(
                            429,
                            Map.of("Content-Type", PROBLEM, "Retry-After", "8"),
                            problem(429, "too-many"));
            server.answers(ALONE, n -> n == 1 ? tooMany : null);
            tap.kind("locker-coin").log().awaitMark("saved");
            String id = tap.logged();
            tablet.page().waitForCondition(() -> !server.asked().isEmpty());
            sendNow(tablet);
            tap.awaitRows(0, "saved");
            assertThat(server.asked().get(1).nanos() - server.asked().get(0).nanos())
                    .isGreaterThanOrEqualTo(7_900_000_000L);
            assertThat(KeptGestures.with(List.of(id))).hasSize(1);
        }
    }

    /** As a browser does it that finds its network again. */
    private static void sendNow(Visit tablet) {
        tablet.page().evaluate("() => dispatchEvent(new Event('online'))");
    }
}
