package app.leeway.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.leeway.support.Browsers;
import app.leeway.support.Device;
import app.leeway.support.Nordlyst;
import app.leeway.support.Visit;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody asks, and somebody else decides: two people, each in front of a screen of their own. */
class InboxIT {

    private static final String CLICK = "selector => document.querySelector(selector).click()";

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

    private static Visit visit(Device device) {
        return Desk.visit(browsers, device, ColorScheme.LIGHT);
    }

    private static Locator card(Page page) {
        return page.locator(".exception").first();
    }

    @Test
    void what_is_asked_comes_up_by_itself_on_a_phone_and_is_approved_there() {
        try (Visit mats = visit(Device.PHONE);
                Visit berit = visit(Device.TABLET)) {
            Page phone = Desk.inbox(mats, "mats");
            assertThat(phone.locator(".empty")).isVisible();
            mats.screenshot("inbox-empty-phone");
            Desk.mark(phone);
            berit.signIn("berit", "/index.xhtml");
            Desk.ask(berit, "C-1002", 700);
            assertThat(card(phone)).containsText("Berit Sand");
            assertThat(card(phone)).containsText("It took three weeks");
            assertThat(card(phone).locator(".after")).containsText("Banken");
            assertThat(phone.locator("#lead")).containsText("1 waits");
            mats.screenshot("inbox-one-phone");
            card(phone).locator("[data-verb=approve]").click();
            assertThat(card(phone).locator(".became")).containsText("Mats Norén");
            assertThat(phone.locator("#lead")).containsText("Nothing waits");
            org.assertj.core.api.Assertions.assertThat(Desk.isMarked(phone)).isTrue();
            mats.screenshot("inbox-approved-phone");
            assertStates("approved", 1);
        }
    }

    @Test
    void of_two_verbs_in_the_same_second_one_wins_and_the_other_is_told_whose_it_was() {
        try (Visit kim = visit(Device.DESKTOP).expecting("412").expecting("409");
                Visit mats = visit(Device.PHONE).expecting("412").expecting("409");
                Visit anna = visit(Device.TABLET)) {
            anna.signIn("anna", "/index.xhtml");
            Desk.ask(anna, "C-1002", 700);
            Page desk = Desk.inbox(kim, "kim");
            Page phone = Desk.inbox(mats, "mats");
            card(phone).locator("textarea").fill("Not once more");
            card(phone).locator("[data-opens=decline]").click();
            desk.evaluate(CLICK, "[data-verb=approve]");
            phone.evaluate(CLICK, ".more [data-verb=decline]");
            Locator won = card(desk).locator(".became");
            Locator lost = card(phone).locator(".became");
            assertThat(won).containsText(". ");
            assertThat(lost).containsText(". ");
            org.assertj.core.api.Assertions.assertThat(lost.innerText()).isEqualTo(won.innerText());
            assertDecided(1);
        }
    }

    @Test
    void a_half_written_comment_stays_when_somebody_else_decides_beneath_it() {
        try (Visit kim = visit(Device.DESKTOP);
                Visit mats = visit(Device.PHONE);
                Visit anna = visit(Device.TABLET)) {
            anna.signIn("anna", "/index.xhtml");
            Desk.ask(anna, "C-1002", 700);
            Page phone = Desk.inbox(mats, "mats");
            card(phone).locator("textarea").pressSequentially("What did the kitchen");
            Page desk = Desk.inbox(kim, "kim");
            card(desk).locator("[data-verb=approve]").click();
            assertThat(card(phone).locator(".became")).containsText("Kim Sten");
            assertThat(card(phone).locator("textarea")).hasValue("What did the kitchen");
            assertThat(card(phone).locator("textarea")).isFocused();
            assertThat(card(phone).locator("[data-verb=approve]")).hasCount(0);
        }
    }

    @Test
    void a_no_needs_a_reason_and_the_next_one_comes_to_hand() {
        try (Visit kim = visit(Device.DESKTOP);
                Visit anna = visit(Device.TABLET)) {
            anna.signIn("anna", "/index.xhtml");
            Desk.ask(anna, "C-1002", 700);
            Desk.ask(anna, "C-1003", 650);
            Page desk = Desk.inbox(kim, "kim");
            assertThat(desk.locator(".exception")).hasCount(2);
            desk.locator("[data-walk='1']").click();
            assertThat(card(desk)).isFocused();
            desk.keyboard().press("d");
            card(desk).locator("[data-verb=decline]").click();
            assertThat(card(desk).locator(".told-here")).containsText("Choose why");
            card(desk).locator("input[value=no-room]").check();
            card(desk).locator("[data-verb=decline]").click();
            assertThat(card(desk).locator(".became")).containsText("The budget has no room");
            assertThat(desk.locator(".exception").nth(1)).isFocused();
            kim.screenshot("inbox-declined-desktop");
            assertStates("declined", 1);
        }
    }

    @Test
    void many_are_approved_together_after_a_second_look_at_the_sum() {
        try (Visit kim = visit(Device.DESKTOP);
                Visit anna = visit(Device.TABLET)) {
            anna.signIn("anna", "/index.xhtml");
            Desk.ask(anna, "C-1002", 700);
            Desk.ask(anna, "C-1003", 650);
            Page desk = Desk.inbox(kim, "kim");
            desk.locator("[data-pick]").nth(0).check();
            assertThat(desk.locator("#bulk")).isHidden();
            desk.locator("[data-pick]").nth(1).check();
            assertThat(desk.locator("#bulk b")).hasText("2 chosen, SEK 1,350 in all");
            desk.locator("[data-bulk=look]").click();
            assertThat(desk.locator("#second li")).hasCount(2);
            kim.screenshot("inbox-second-look");
            desk.locator("[data-bulk=approve]").click();
            assertThat(desk.locator("#second")).isHidden();
            assertThat(desk.locator(".exception .became")).hasCount(2);
            assertStates("approved", 2);
        }
    }

    @Test
    void a_yes_is_taken_back_within_half_a_minute() {
        try (Visit kim = visit(Device.DESKTOP);
                Visit anna = visit(Device.TABLET)) {
            anna.signIn("anna", "/index.xhtml");
            Desk.ask(anna, "C-1002", 700);
            Page desk = Desk.inbox(kim, "kim");
            card(desk).locator("[data-verb=approve]").click();
            card(desk).locator("[data-verb=undo]").click();
            assertThat(card(desk).locator("[data-verb=approve]")).isVisible();
            assertStates("waiting", 1);
        }
    }

    @Test
    void whoever_asked_sees_it_too_and_decides_nothing() {
        try (Visit anna = visit(Device.PHONE)) {
            anna.signIn("anna", "/index.xhtml");
            Desk.prefer(anna, "en", "light");
            Desk.ask(anna, "C-1002", 700);
            Page phone = anna.open("/approval/inbox.xhtml");
            assertThat(card(phone)).containsText("somebody else decides");
            assertThat(card(phone).locator("[data-verb=approve]")).hasCount(0);
            card(phone).locator("[data-verb=withdraw]").click();
            assertThat(card(phone).locator(".became")).containsText("No longer asked for");
        }
    }

    private static void assertStates(String state, int many) {
        org.assertj.core.api.Assertions.assertThat(
                        Nordlyst.running()
                                .books()
                                .figure(
                                        "SELECT count(*) FROM approval WHERE state = '"
                                                + state
                                                + "'"))
                .isEqualTo(many);
    }

    private static void assertDecided(int many) {
        org.assertj.core.api.Assertions.assertThat(
                        Nordlyst.running()
                                .books()
                                .figure(
                                        "SELECT count(*) FROM approval WHERE state IN ('approved',"
                                                + " 'declined')"))
                .isEqualTo(many);
    }
}
