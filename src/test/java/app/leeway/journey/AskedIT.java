package app.leeway.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.Browsers;
import app.leeway.support.Device;
import app.leeway.support.Nordlyst;
import app.leeway.support.Visit;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** B2 and B3: asked on a tablet, decided on a phone, and said on the tablet without touching it. */
class AskedIT {

    private static Browsers browsers;

    @BeforeAll
    static void open() {
        browsers = Browsers.open();
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    @BeforeEach
    void aDayOnWhichNothingWasGiven() {
        Nordlyst.running().books().clear();
    }

    private static Visit tablet() {
        return browsers.visit(Device.TABLET, "en-GB", ColorScheme.LIGHT).expecting("401");
    }

    private static TapPage ready(Visit visit, String user) {
        visit.signIn(user, "/index.xhtml");
        Desk.prefer(visit, "en", "light");
        visit.open("/tap/");
        return new TapPage(visit.page()).ready();
    }

    /** Goodwill of 1,400 for Olof; minutes 0: nobody waits. */
    private static String asks(Visit visit, TapPage tap, int minutes) {
        Page page = visit.page();
        tap.kind("goodwill");
        page.locator("#amount-exact").fill("1400");
        page.locator("#amount-exact").press("Enter");
        tap.tap("#customer-find");
        page.locator("#find-field").fill("Olof");
        page.locator(".result").first().click();
        tap.awaitTone("ASK");
        if (minutes > 0) {
            tap.tap(".waiting .chip:has([value='" + minutes + "'])");
            assertThat(page.locator("#answer-words")).containsText("If nobody answers by");
        }
        visit.screenshot("tap-ask-" + minutes);
        tap.ask().awaitMark("received");
        return tap.logged();
    }

    @Test
    void b2_asked_on_a_tablet_approved_on_a_phone_and_said_within_two_seconds() {
        try (Visit mats = Desk.visit(browsers, Device.PHONE, ColorScheme.LIGHT);
                Visit berit = tablet()) {
            Page phone = Desk.inbox(mats, "mats");
            TapPage tap = ready(berit, "berit");
            asks(berit, tap, 0);
            assertThat(tap.verdict()).containsText("Mats has been asked");
            Locator card = phone.locator(".exception").first();
            card.locator("[data-verb=approve]").click();
            assertThat(card.locator(".became")).containsText("Mats Norén");
            assertThat(tap.verdict()).containsText("Yes, from Mats");
            berit.screenshot("tap-b2-yes");
            assertThat(berit.page().locator(".row").first()).containsText("set aside");
            tap.tap("#heard-ok");
            assertThat(tap.verdict()).not().containsText("Yes");
        }
    }

    @Test
    void a_no_comes_with_its_reason() {
        try (Visit mats = Desk.visit(browsers, Device.PHONE, ColorScheme.LIGHT);
                Visit berit = tablet()) {
            Page phone = Desk.inbox(mats, "mats");
            TapPage tap = ready(berit, "berit");
            asks(berit, tap, 0);
            Locator card = phone.locator(".exception").first();
            card.locator("[data-opens=decline]").click();
            card.locator("input[value=no-room]").check();
            card.locator(".more [data-verb=decline]").click();
            assertThat(tap.verdict()).containsText("No, from Mats");
            assertThat(berit.page().locator("#answer-words"))
                    .containsText("The budget has no room");
            berit.screenshot("tap-b2-no");
        }
    }

    @Test
    void b3_a_counter_offer_is_taken_with_one_tap() throws SQLException {
        try (Visit mats = Desk.visit(browsers, Device.PHONE, ColorScheme.LIGHT);
                Visit berit = tablet()) {
            Page phone = Desk.inbox(mats, "mats");
            TapPage tap = ready(berit, "berit");
            String id = asks(berit, tap, 5);
            Locator card = phone.locator(".exception").first();
            assertThat(card.locator(".clock")).containsText("left");
            mats.screenshot("inbox-waiting-phone");
            card.locator("[data-opens=counter]").click();
            card.locator("[data-amount]").fill("900");
            card.locator("[data-verb=counter]").click();
            assertThat(tap.verdict()).containsText("Mats offers SEK");
            berit.screenshot("tap-b3-offer");
            tap.tap("#heard-take");
            assertThat(tap.verdict()).containsText("Yes, from Mats");
            assertThat(KeptGestures.with(List.of(id)))
                    .containsExactly(new KeptGestures.Row("goodwill", "held", "ASK", 90_000));
        }
    }

    @Test
    void a_question_is_answered_on_the_tablet() {
        try (Visit mats = Desk.visit(browsers, Device.PHONE, ColorScheme.LIGHT);
                Visit berit = tablet()) {
            Page phone = Desk.inbox(mats, "mats");
            TapPage tap = ready(berit, "berit");
            asks(berit, tap, 0);
            Locator card = phone.locator(".exception").first();
            card.locator("textarea").fill("Since when?");
            card.locator("[data-verb=ask]").click();
            assertThat(tap.verdict()).containsText("Mats asks you something");
            tap.tap("#heard-answer");
            berit.page().locator("#answer-field").fill("Since Monday");
            tap.tap("#answer-send");
            assertThat(card).containsText("Since Monday");
            mats.screenshot("inbox-answered-phone");
        }
    }

    @Test
    void b3_nobody_answers_and_the_part_within_the_leeway_is_given_by_itself() throws SQLException {
        try (Visit berit = tablet()) {
            TapPage tap = ready(berit, "berit");
            String id = asks(berit, tap, 2);
            theMinutesPass(id);
            assertThat(tap.verdict()).containsText("Nobody answered: SEK");
            assertThat(
                            berit.page()
                                    .locator(".row")
                                    .filter(new FilterOptions().setHasText("set aside")))
                    .containsText(Pattern.compile("SEK.500"));
            berit.screenshot("tap-b3-fallback");
            assertThat(KeptGestures.with(List.of(id)))
                    .containsExactly(new KeptGestures.Row("goodwill", "held", "ASK", 50_000));
        }
    }

    @Test
    void asked_without_network_is_not_said_to_have_been_asked() {
        try (Visit berit = tablet().expecting("ERR_INTERNET_DISCONNECTED")) {
            TapPage tap = ready(berit, "berit");
            asks(berit, tap, 0);
            berit.context().setOffline(true);
            tap.kind("goodwill");
            berit.page().locator("#amount-exact").fill("700");
            berit.page().locator("#amount-exact").press("Enter");
            tap.tap(".customer .chip:has([value='C-1005'])").awaitTone("ASK").ask();
            tap.awaitMark("saved");
            assertThat(tap.verdict()).containsText("Not asked yet");
            berit.context().setOffline(false);
        }
    }

    /** The timer rings now, as it would when the minutes were over. */
    private static void theMinutesPass(String id) {
        Nordlyst.running()
                .books()
                .write(
                        "UPDATE approval SET due_at = now() WHERE id = '%s'; UPDATE approval_timer SET due_at = now() WHERE approval_id = '%s'"
                                .formatted(id, id));
    }
}
