package app.leeway.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.leeway.support.Browsers;
import app.leeway.support.CompanyFiles;
import app.leeway.support.Device;
import app.leeway.support.Nordlyst;
import app.leeway.support.Visit;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Exceptions that take more than the manager of the place: two who say yes, or one who stands in.
 */
class TogetherIT {

    private static Browsers browsers;

    private final Nordlyst nordlyst = Nordlyst.running();

    @BeforeAll
    static void open() {
        browsers = Browsers.open();
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    @BeforeEach
    void nothingWasGiven() {
        nordlyst.books().clear();
    }

    @AfterEach
    void theDemoCompanyIsBack() {
        nordlyst.books().clear();
        CompanyFiles.importInto(nordlyst, CompanyFiles.nordlyst());
    }

    @Test
    void above_a_sum_two_different_people_say_yes() {
        CompanyFiles.importInto(
                nordlyst, CompanyFiles.nordlyst() + "\napprovals: { fourEyesAbove: 600.00 }\n");
        try (Visit anna = visit(Device.TABLET);
                Visit kim = visit(Device.DESKTOP);
                Visit mats = visit(Device.PHONE)) {
            anna.signIn("anna", "/index.xhtml");
            Desk.ask(anna, "C-1002", 700);
            Page desk = Desk.inbox(kim, "kim");
            Page phone = Desk.inbox(mats, "mats");
            assertThat(card(desk)).containsText("Two people must say yes");

            card(desk).locator("[data-verb=approve]").click();
            assertThat(card(desk)).containsText("The first yes is Kim Sten's");
            assertThat(card(desk)).containsText("A second person must say yes too");
            assertThat(card(desk).locator("[data-verb=approve]")).hasCount(0);
            assertThat(card(desk).locator("[aria-disabled=true]").first()).hasText("Approve");
            kim.screenshot("inbox-four-eyes-desktop");
            assertThat(card(phone)).containsText("The first yes is Kim Sten's");
            mats.screenshot("inbox-four-eyes-phone");

            card(phone).locator("[data-verb=approve]").click();
            assertThat(card(phone).locator(".became").first()).containsText("Mats Norén");
            assertThat(card(desk).locator(".became").first()).containsText("Mats Norén");
        }
    }

    @Test
    void a_stand_in_decides_in_their_own_name_and_both_are_named() {
        try (Visit anna = visit(Device.TABLET);
                Visit kim = visit(Device.DESKTOP);
                Visit maria = visit(Device.PHONE)) {
            Page phone = Desk.inbox(maria, "maria");
            assertThat(phone.locator("#lead")).containsText("Nothing waits");
            anna.signIn("anna", "/index.xhtml");
            Desk.ask(anna, "C-1002", 700);
            Page desk = Desk.inbox(kim, "kim");
            assertThat(card(desk).locator("[data-verb=approve]")).isVisible();

            kimIsAwayAndMariaStandsIn();
            phone.reload();
            assertThat(card(phone)).containsText("Anna Ek");
            maria.screenshot("inbox-stand-in-phone");
            desk.reload();
            assertThat(desk.locator("#lead")).containsText("Nothing waits");

            card(phone).locator("[data-verb=approve]").click();
            Locator became = card(phone).locator(".became").first();
            assertThat(became).containsText("Maria");
            assertThat(became).containsText("in place of Kim Sten");
            assertThat(phone.locator(".pi-hourglass")).hasCount(0);
            assertThat(phone.locator(".line .pi-bell")).hasCount(1);
            maria.screenshot("inbox-stand-in-decided-phone");
        }
    }

    private void kimIsAwayAndMariaStandsIn() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String away =
                "{\"from\":\"%s\",\"until\":\"%s\",\"standIn\":\"maria\"}"
                        .formatted(now.minusSeconds(60), now.plus(2, ChronoUnit.DAYS));
        int status = nordlyst.as("kim").withNewKey().post("/absences", away).status();
        org.assertj.core.api.Assertions.assertThat(status).isEqualTo(200);
    }

    private static Visit visit(Device device) {
        return Desk.visit(browsers, device, ColorScheme.LIGHT);
    }

    private static Locator card(Page page) {
        return page.locator(".exception").first();
    }
}
