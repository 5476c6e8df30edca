package app.leeway.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.Browsers;
import app.leeway.support.Device;
import app.leeway.support.RunningLeeway;
import app.leeway.support.Visit;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A manager, a steward and a guest of neither at the desk. */
class DeskIT {

    private static final String CUSTOMERS =
            "code,name,phone,email,tier,price_level,member_of,known_as,birth_date,language,known\n"
                    + "C-9001,Åsa O'Neill,,,,,,,,sv,\n"
                    + "C-9002,\"Ek, Bo\",,,,,,,,,\n";

    private static Browsers browsers;

    @BeforeAll
    static void open() {
        browsers = Browsers.open();
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    private static Visit visit(Device device) {
        return Desk.visit(browsers, device, ColorScheme.LIGHT);
    }

    @Test
    void theManagerSeesWhatIsLoggedElsewhereWithoutReloadingThePage() {
        try (Visit kim = visit(Device.DESKTOP);
                Visit anna = visit(Device.TABLET)) {
            Page desk = kim.signIn("kim", "/index.xhtml");
            Desk.mark(desk);
            anna.signIn("anna", "/index.xhtml");
            assertThat(Desk.log(anna, treat("live-1"))).isEqualTo(201);
            assertThat(desk.locator("#latest li").first()).containsText("Ingrid Falk");
            kim.open("/gesture/gestures.xhtml");
            Desk.mark(kim.page());
            int before = kim.page().locator("tbody tr").count();
            assertThat(Desk.log(anna, treat("live-2"))).isEqualTo(201);
            assertThat(kim.page().locator("tbody tr")).hasCount(before + 1);
            assertThat(Desk.isMarked(kim.page())).isTrue();
        }
    }

    @Test
    void staffDoNotGetIntoAStewardsPages() {
        try (Visit anna = visit(Device.DESKTOP).expecting("403")) {
            Page page = anna.signIn("anna", "/index.xhtml");
            assertThat(page.locator("nav")).not().containsText("Företagsfil");
            assertThat(page.navigate(RunningLeeway.shared().url() + "/company/file.xhtml").status())
                    .isEqualTo(403);
            assertThat(
                            page.navigate(RunningLeeway.shared().url() + "/customer/file.xhtml")
                                    .status())
                    .isEqualTo(403);
            assertThat(
                            page.navigate(RunningLeeway.shared().url() + "/company/company.yaml")
                                    .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void theFileOfGesturesGuardsWhatASpreadsheetTakesForAFormula() throws IOException {
        try (Visit kim = visit(Device.DESKTOP)) {
            kim.signIn("kim", "/index.xhtml");
            assertThat(
                            Desk.log(
                                    kim,
                                    "{\"kind\":\"goodwill\",\"customer\":\"C-1002\",\"visit\":\"=1+1\",\"site\":\"krogen\","
                                            + "\"cost\":{\"amount\":\"50.00\",\"currency\":\"SEK\"},\"done\":true}"))
                    .isEqualTo(201);
            Page page = kim.open("/gesture/gestures.xhtml?kind=goodwill&person=kim");
            Download file =
                    page.waitForDownload(() -> page.locator("a[href*='gestures.csv']").click());
            String csv = Files.readString(file.path(), StandardCharsets.UTF_8);
            assertThat(csv).startsWith("\uFEFFid,happened,");
            assertThat(csv).contains(",'=1+1,50.00,SEK,");
            assertThat(csv.lines().skip(1))
                    .isNotEmpty()
                    .allMatch(line -> line.contains("Kim Sten"));
        }
    }

    @Test
    void aCompanyFileIsToldAllItsErrorsThenLookedAtThenApplied() {
        try (Visit stina = visit(Device.DESKTOP)) {
            Page page = stina.signIn("stina", "/index.xhtml");
            Desk.prefer(stina, "en", "light");
            String whole =
                    (String)
                            page.evaluate(
                                    "async () => (await fetch('/company/company.yaml')).text()");
            stina.open("/company/file.xhtml");
            bring(
                    page,
                    whole.replace("under: north", "under: nowhere")
                            .replace("rate: 320.00", "rate: lots"));
            assertThat(page.locator("#errors li").first()).containsText("line");
            org.assertj.core.api.Assertions.assertThat(page.locator("#errors li").count())
                    .isGreaterThan(3);
            stina.screenshot("desk-company-errors");
            bring(page, whole.replace("Krogen", "Stora Krogen"));
            assertThat(page.locator("ins").first()).containsText("Stora Krogen");
            stina.screenshot("desk-company-changes");
            page.locator("[id='decide:apply']").click();
            assertThat(page.locator(".answer.go")).isVisible();
            stina.open("/organization/people.xhtml");
            assertThat(page.locator(".tree")).containsText("Stora Krogen");
            stina.open("/company/file.xhtml");
            bring(page, whole);
            page.locator("[id='decide:apply']").click();
            assertThat(page.locator(".answer.go")).isVisible();
        }
    }

    @Test
    void whatIsWrongWithAFileIsSaidInTheLanguageOfWhoeverBringsIt() {
        try (Visit stina = visit(Device.DESKTOP)) {
            Page page = stina.signIn("stina", "/index.xhtml");
            Desk.prefer(stina, "sv", "light");
            stina.open("/company/file.xhtml");
            bring(page, "company: { code: x }\n\tpeople: []\n");
            assertThat(page.locator("#errors li").first())
                    .containsText("rad 2: här står en tabb; YAML dras in med mellanslag");
            stina.screenshot("desk-company-errors-sv");
            stina.open("/customer/file.xhtml");
            bringCustomers(
                    page, CUSTOMERS.replace("C-9002", "C-9001").replace(",sv,", ",svenska,"));
            assertThat(page.locator("#progress"))
                    .containsText("Rad 2: language ”svenska” är inte två små bokstäver, som sv");
            assertThat(page.locator("#progress"))
                    .containsText("Rad 3: koden C-9001 står redan på rad 2");
            stina.screenshot("desk-customers-errors-sv");
        }
    }

    @Test
    void customersComeInWhileTheStewardLooksAtSomethingElse() {
        StringBuilder many = new StringBuilder(CUSTOMERS);
        for (int i = 0; i < 30_000; i++) {
            many.append("C-8%05d,Ny Kund %d,,,,,,,,,\n".formatted(i, i));
        }
        try (Visit stina = visit(Device.DESKTOP)) {
            Page page = stina.signIn("stina", "/customer/file.xhtml");
            Desk.prefer(stina, "en", "light");
            stina.open("/customer/file.xhtml");
            bringCustomers(page, many.toString());
            page.waitForURL(url -> url.contains("run="));
            page.locator("progress[max='30002']").waitFor();
            stina.screenshot("desk-customers-progress");
            String address = page.url();
            stina.open("/index.xhtml");
            page.navigate(address);
            assertThat(page.locator("#progress"))
                    .containsText(
                            "30,002 new",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
            stina.screenshot("desk-customers-done");
            org.assertj.core.api.Assertions.assertThat(
                            (String)
                                    page.evaluate(
                                            "async () => (await (await fetch('/api/v1/customers/C-9001')).json()).name"))
                    .isEqualTo("Åsa O'Neill");
        }
    }

    @Test
    void signingOutOnThePageEndsTheSessionAtKeycloakToo() {
        try (Visit kim = visit(Device.DESKTOP)) {
            Page page = kim.signIn("kim", "/index.xhtml");
            page.locator("form[action$='sign-out'] button").click();
            page.waitForSelector("#username");
            assertThat(page.url()).startsWith(RunningLeeway.shared().issuer());
        }
    }

    @Test
    void aLapsedSignInLeadsThePageToSignInInsteadOfDyingInAPartOfIt() {
        try (Visit kim = visit(Device.DESKTOP).expecting("Failed to load").expecting("401")) {
            Page page = kim.signIn("kim", "/gesture/gestures.xhtml");
            kim.context().clearCookies();
            page.evaluate("() => fetchChanged()");
            page.waitForSelector("#username");
            assertThat(page.url()).startsWith(RunningLeeway.shared().issuer());
        }
    }

    private static void bring(Page page, String yaml) {
        page.locator("input[type=file]")
                .setInputFiles(
                        new FilePayload(
                                "company.yaml",
                                "application/yaml",
                                yaml.getBytes(StandardCharsets.UTF_8)));
        page.locator("[id='bring:look']").click();
    }

    private static void bringCustomers(Page page, String csv) {
        page.locator("input[type=file]")
                .setInputFiles(
                        new FilePayload(
                                "customers.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        page.locator("[id='bring:begin']").click();
    }

    private static String treat(String visit) {
        return "{\"kind\":\"birthday-treat\",\"customer\":\"C-1001\",\"visit\":\"%s\",\"done\":true}"
                .formatted(visit);
    }
}
