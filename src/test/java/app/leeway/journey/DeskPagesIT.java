package app.leeway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.Accessibility;
import app.leeway.support.Browsers;
import app.leeway.support.Device;
import app.leeway.support.Visit;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every page of the desk, in both languages, in light and in dark, on every size: clean for
 * axe-core, and kept as a picture.
 */
class DeskPagesIT {

    private static Browsers browsers;

    @BeforeAll
    static void open() {
        browsers = Browsers.open();
        try (Visit anna = Desk.visit(browsers, Device.TABLET, ColorScheme.LIGHT)) {
            anna.signIn("anna", "/index.xhtml");
            assertThat(
                            Desk.log(
                                    anna,
                                    "{\"kind\":\"birthday-treat\",\"customer\":\"C-1001\",\"visit\":\"B-12\",\"done\":true,"
                                            + "\"occasion\":\"Tove fyller 20 <b>🎂</b>\",\"touchpoint\":\"table\"}"))
                    .isEqualTo(201);
            assertThat(
                            Desk.log(
                                    anna,
                                    "{\"kind\":\"goodwill\",\"customer\":\"C-1001\",\"visit\":\"B-13\",\"done\":false,"
                                            + "\"cost\":{\"amount\":\"700.00\",\"currency\":\"SEK\"},\"damage\":{\"amount\":\"2100.00\",\"currency\":\"SEK\"}}"))
                    .isEqualTo(201);
            assertThat(
                            Desk.log(
                                    anna,
                                    "{\"kind\":\"goodwill\",\"customer\":\"C-1003\",\"visit\":\"B-14\",\"done\":true,"
                                            + "\"cost\":{\"amount\":\"600.00\",\"currency\":\"SEK\"}}"))
                    .isEqualTo(201);
        }
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    @ParameterizedTest(name = "{0} in {1}, {2}")
    @CsvSource({
        "DESKTOP, sv, light",
        "DESKTOP, en, dark",
        "TABLET, sv, dark",
        "TABLET, en, light",
        "PHONE, sv, light",
        "PHONE, en, dark"
    })
    void everyPageIsCleanAndReadable(Device device, String language, String appearance) {
        look(
                "kim",
                device,
                language,
                appearance,
                List.of(
                        "/index.xhtml",
                        "/gesture/gestures.xhtml",
                        "/budget/budgets.xhtml",
                        "/budget/budget.xhtml?code=krogen-month",
                        "/guardrail/rules.xhtml",
                        "/organization/people.xhtml",
                        "/organization/me.xhtml",
                        "/notification/notifications.xhtml",
                        "/gesture/gestures.xhtml?kind=upgrade",
                        "/approval/inbox.xhtml",
                        "/approval/inbox.xhtml?view=all&state=approved",
                        "GESTURE",
                        "APPROVAL"));
        look(
                "stina",
                device,
                language,
                appearance,
                List.of(
                        "/index.xhtml",
                        "/company/file.xhtml",
                        "/customer/file.xhtml",
                        "/webhook/webhooks.xhtml",
                        "/payoff/facts.xhtml"));
        look(
                "lena",
                device,
                language,
                appearance,
                List.of(
                        "/payoff/review.xhtml",
                        "/payoff/review.xhtml?by=clause&days=30",
                        "/payoff/no.xhtml",
                        "/payoff/money.xhtml",
                        "/payoff/finding.xhtml?by=kind&key=late-return",
                        "/payoff/finding.xhtml?by=kind&key=home-visit"));
    }

    @ParameterizedTest(name = "{0} starts on a page of their own")
    @CsvSource({"anna, staff", "lena, leader", "axel, auditor"})
    void everyRoleStartsOnAPageOfItsOwn(String user, String role) {
        look(user, Device.DESKTOP, "en", "light", List.of("/index.xhtml"));
        look(user, Device.PHONE, "sv", "dark", List.of("/index.xhtml"));
    }

    @Test
    void whatIsNotThereAndWhatIsNotOpenAreSaidInWords() {
        try (Visit anna = Desk.visit(browsers, Device.DESKTOP, ColorScheme.LIGHT).expecting("40")) {
            anna.signIn("anna", "/index.xhtml");
            Desk.prefer(anna, "en", "light");
            assertThat(anna.open("/company/file.xhtml").locator("h1").textContent())
                    .isEqualTo("This is not open to you");
            assertClean(anna.page(), "forbidden");
            anna.screenshot("desk-forbidden");
            assertThat(anna.open("/gesture/gesture.xhtml?id=none").locator("h1").textContent())
                    .isEqualTo("There is nothing here");
            assertClean(anna.page(), "missing");
            anna.screenshot("desk-missing");
        }
    }

    @Test
    void a_page_that_is_not_clean_is_told_apart() {
        try (Visit anna = Desk.visit(browsers, Device.DESKTOP, ColorScheme.LIGHT)) {
            anna.page()
                    .setContent(
                            "<html lang='en'><title>T</title><main><h1>H</h1>"
                                    + "<p style='color:#aaa;background:#fff'>pale</p></main></html>");
            assertThat(Accessibility.violations(anna.page()))
                    .singleElement()
                    .satisfies(found -> assertThat(found).startsWith("color-contrast: "));
        }
    }

    private static void look(
            String user, Device device, String language, String appearance, List<String> paths) {
        ColorScheme scheme = "dark".equals(appearance) ? ColorScheme.DARK : ColorScheme.LIGHT;
        try (Visit visit = Desk.visitSignedIn(browsers, user, device, scheme)) {
            Desk.prefer(visit, language, appearance);
            List<String> names = new ArrayList<>();
            for (String path : paths) {
                Page page = page(visit, path);
                String name =
                        "desk-%s-%s-%s-%s-%s"
                                .formatted(user, name(path), device, language, appearance)
                                .toLowerCase();
                assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
                assertThat(
                                page.evaluate(
                                        "document.documentElement.scrollWidth <= window.innerWidth"))
                        .as(name + " does not scroll sideways")
                        .isEqualTo(true);
                visit.screenshot(name);
                assertClean(page, name);
                names.add(name);
            }
            assertThat(names).hasSameSizeAs(paths);
        }
    }

    private static Page page(Visit visit, String path) {
        return switch (path) {
            case "GESTURE" -> firstGesture(visit);
            case "APPROVAL" -> firstApproval(visit);
            default -> visit.open(path);
        };
    }

    private static Page firstApproval(Visit visit) {
        visit.open("/approval/inbox.xhtml").locator(".exception h2 a").first().click();
        visit.page().waitForSelector(".log");
        return visit.page();
    }

    private static Page firstGesture(Visit visit) {
        visit.open("/gesture/gestures.xhtml?state=awaiting-approval")
                .locator("td.head a")
                .first()
                .click();
        visit.page().waitForSelector(".answer");
        return visit.page();
    }

    private static String name(String path) {
        return path.replaceAll("^/|\\.xhtml", "").replaceAll("[^A-Za-z0-9]+", "-");
    }

    static void assertClean(Page page, String name) {
        assertThat(Accessibility.violations(page)).as(name).isEmpty();
    }
}
