package app.leeway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.Nordlyst;
import app.leeway.support.StandIn;
import app.leeway.support.StandIn.Answer;
import app.leeway.support.Visit;
import com.microsoft.playwright.Page;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The tablet and what happened days ago. */
class TapLateIT {
    @RegisterExtension static final Tablets TABLETS = new Tablets();

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final String REASON_NEEDED =
            "{\"type\":\"/problems/invalid\",\"title\":\"Invalid\",\"status\":422,\"code\":\"invalid\","
                    + "\"violations\":[{\"field\":\"lateReason\",\"code\":\"late-reason-needed\","
                    + "\"message\":\"needs a reason\"}]}";

    @Test
    void P16_what_happened_long_ago_is_logged_with_a_reason_and_reviewed() {
        try (Visit anna = TABLETS.visit()) {
            anna.signIn("anna", "/tap/sign-in");
            TapPage tap = new TapPage(anna.page()).ready();
            Page page = anna.page();
            tap.kind("birthday-treat").tap("summary >> nth=0");
            tap.tap(".when .chip:has([value='happenedAt'])");
            page.locator("#when-exact").fill(daysAgo(20));
            page.locator("#when-exact").dispatchEvent("change");

            page.locator("input[name=lateReason]").waitFor();
            page.waitForCondition(
                    () -> tap.verdict().textContent().equals("Säg varför det loggas först nu"));
            assertThat(page.locator("#log").isDisabled()).isTrue();
            page.locator("input[name=lateReason]").fill("Stod i skiftboken");
            page.locator("input[name=lateReason]").dispatchEvent("change");
            tap.awaitTone("ASK");
            anna.screenshot("tap-late");
            tap.log().awaitMark("received");

            assertThat(kept(tap.logged()))
                    .containsExactly("settled to-be-reviewed t Stod i skiftboken");
        }
    }

    @Test
    void P1_what_lay_on_the_tablet_until_a_reason_was_needed_is_sent_with_one() {
        try (Visit anna = TABLETS.visit().expecting("422")) {
            StandIn server = StandIn.in(anna.context());
            anna.signIn("anna", "/tap/sign-in");
            TapPage tap = new TapPage(anna.page()).ready();
            Answer reasonNeeded = Answer.of(422, "application/problem+json", REASON_NEEDED);
            server.answers("/api/v1/gestures", n -> n == 1 ? reasonNeeded : null);

            tap.kind("birthday-treat").log().awaitMark("received");

            List<StandIn.Asked> sent = server.asked();
            assertThat(sent).hasSize(2);
            assertThat(sent.get(0).body()).doesNotContain("lateReason");
            assertThat(sent.get(1).body())
                    .contains("\"lateReason\"", "Kept on the tablet without network");
        }
    }

    private static String daysAgo(int days) {
        return LocalDateTime.now(STOCKHOLM)
                .minusDays(days)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private static List<String> kept(String id) {
        return Nordlyst.running()
                .books()
                .texts(
                        "SELECT concat_ws(' ', state, review, late, late_reason) FROM gesture"
                                + " WHERE id = '"
                                + id
                                + "'");
    }
}
