package app.leeway.journey;

import static app.leeway.support.GestureBuilder.a;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.Browsers;
import app.leeway.support.Device;
import app.leeway.support.Nordlyst;
import app.leeway.support.Visit;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Away with a stand-in, and looking back, on the pages of the desk. */
class AbsencePagesIT {

    private static Browsers browsers;

    private final Nordlyst nordlyst = Nordlyst.running();

    @BeforeAll
    static void start() {
        browsers = Browsers.open();
    }

    @AfterAll
    static void stop() {
        browsers.close();
    }

    @BeforeEach
    @AfterEach
    void nobodyIsAway() {
        nordlyst.books().clear();
    }

    @Test
    void kim_says_by_hand_that_mats_stands_in() {
        try (Visit kim = Desk.visit(browsers, Device.PHONE, ColorScheme.DARK)) {
            kim.signIn("kim", "/index.xhtml");
            Desk.prefer(kim, "sv", "dark");
            Page page = kim.open("/absence/absence.xhtml");
            DeskPagesIT.assertClean(page, "absence, nothing yet");
            fill(page, LocalDate.now().plusDays(9), LocalDate.now().plusDays(2));
            assertThat(page.locator(".error").textContent())
                    .isEqualTo("En frånvaro slutar efter att den har börjat.");
            fill(page, LocalDate.now().plusDays(2), LocalDate.now().plusDays(9));
            assertThat(page.locator("#known\\:line\\:0\\:standIn").inputValue()).isEqualTo("mats");
            DeskPagesIT.assertClean(page, "absence");
            kim.screenshot("desk-absence-phone-sv-dark");
            page.locator("#known\\:line\\:0\\:withdraw").click();
            assertThat(page.locator(".nothing").first().textContent())
                    .contains("Ingen av dina är borta");
        }
    }

    @Test
    void the_start_page_asks_for_a_stand_in_where_the_calendar_shows_an_absence() {
        String start = LocalDate.now().plusDays(5).toString().replace("-", "");
        String calendar =
                "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:a\nSUMMARY:Semester\n"
                        + "DTSTART;VALUE=DATE:"
                        + start
                        + "\nEND:VEVENT\nEND:VCALENDAR\n";
        nordlyst.as("kim").send("POST", "/absences/calendar", "text/calendar", calendar);
        try (Visit kim = Desk.visit(browsers, Device.DESKTOP, ColorScheme.LIGHT)) {
            kim.signIn("kim", "/index.xhtml");
            Desk.prefer(kim, "en", "light");
            Page page = kim.open("/index.xhtml");
            assertThat(page.locator("#absenceAhead").textContent()).contains("nobody stands in");
            DeskPagesIT.assertClean(page, "start, with an absence ahead");
            page.locator("#absenceAhead a").click();
            page.locator("#known\\:line\\:0\\:standIn").selectOption("mats");
            page.locator("#known\\:line\\:0\\:choose").click();
            page.waitForLoadState();
            DeskPagesIT.assertClean(page, "absence from a calendar");
            kim.screenshot("desk-absence-desktop-en-light");
            assertThat(kim.open("/index.xhtml").locator("#absenceAhead").count()).isZero();
        }
    }

    @Test
    void kim_looks_at_what_anna_did_and_they_talk_about_it() {
        nordlyst.as("anna").logs(a("goodwill").of("700.00").to("C-1001").at("krogen").done());
        try (Visit kim = Desk.visit(browsers, Device.DESKTOP, ColorScheme.LIGHT);
                Visit anna = Desk.visit(browsers, Device.PHONE, ColorScheme.DARK)) {
            kim.signIn("kim", "/index.xhtml");
            Desk.prefer(kim, "en", "light");
            Page page = kim.open("/spotcheck/spot-checks.xhtml");
            page.locator("#others summary").click();
            DeskPagesIT.assertClean(page, "reviews");
            kim.screenshot("desk-reviews-desktop-en-light");
            page.locator("#others\\:other\\:0\\:text").fill("What had happened?");
            page.locator("#others\\:other\\:0\\:talk").click();
            assertThat(page.locator("#others").textContent()).contains("What had happened?");

            anna.signIn("anna", "/index.xhtml");
            Desk.prefer(anna, "sv", "dark");
            Page own = anna.open("/spotcheck/spot-checks.xhtml");
            DeskPagesIT.assertClean(own, "reviews of one's own");
            anna.screenshot("desk-reviews-phone-sv-dark");
            own.locator("#mine\\:own\\:0\\:text").fill("They had waited for an hour.");
            own.locator("#mine\\:own\\:0\\:talk").click();
            assertThat(own.locator("#mine").textContent()).contains("waited for an hour");

            Locator others = kim.open("/spotcheck/spot-checks.xhtml").locator("#others");
            assertThat(others.textContent()).contains("waited for an hour");
            kim.page().locator("#others\\:other\\:0\\:endorse").click();
            assertThat(kim.page().locator(".nothing").first().isVisible()).isTrue();
        }
    }

    private static void fill(Page page, LocalDate from, LocalDate until) {
        page.locator("#make\\:from").fill(from + "T08:00");
        page.locator("#make\\:until").fill(until + "T08:00");
        page.locator("#make\\:standIn").selectOption("mats");
        page.locator("#make\\:save").click();
        page.waitForLoadState();
    }
}
