package app.leeway.journey;

import static app.leeway.support.GestureBuilder.a;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.Browsers;
import app.leeway.support.Device;
import app.leeway.support.GestureBuilder;
import app.leeway.support.Nordlyst;
import app.leeway.support.Visit;
import app.leeway.support.Waiting;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Something happened and nothing was given: two taps on the tablet, with and without network. */
class NothingGivenIT {

    private static final Nordlyst NORDLYST = Nordlyst.running();

    private static Browsers browsers;

    @BeforeAll
    static void open() {
        browsers = Browsers.open();
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    @Test
    void twoTapsNoteWhatHappenedAlsoWithoutNetwork() {
        long before = noted();
        try (Visit anna =
                browsers.visit(Device.TABLET, "en-GB", ColorScheme.LIGHT)
                        .expecting("ERR_INTERNET")) {
            Page page = anna.signIn("anna", "/tap/sign-in");
            page.locator("#nothing-given").click();
            anna.screenshot("tap-nothing-given");
            page.locator("[data-incident=wrong]").click();
            Waiting.until("noted", Duration.ofSeconds(20), () -> noted() == before + 1);
            assertThat(page.locator("#answer").textContent()).containsAnyOf("Noted", "Antecknat");
            anna.screenshot("tap-nothing-noted");

            anna.context().setOffline(true);
            page.locator("#nothing-given").click();
            page.locator("[data-incident=birthday]").click();
            assertThat(page.locator("#answer").textContent()).containsAnyOf("Noted", "Antecknat");
            assertThat(noted()).isEqualTo(before + 1);
            anna.context().setOffline(false);
            Waiting.until("sent afterwards", Duration.ofSeconds(40), () -> noted() == before + 2);
        }
    }

    @Test
    void whatBecameOfOthersIsSeenBeforeLoggingAndWhereItIsDecided() {
        NORDLYST.books().clear();
        try (Visit hedda = browsers.visit(Device.TABLET, "en-GB", ColorScheme.LIGHT);
                Visit kim = Desk.visit(browsers, Device.PHONE, ColorScheme.LIGHT)) {
            Page tap = hedda.signIn("hedda", "/tap/sign-in");
            Desk.prefer(hedda, "en", "light");
            tap.reload();
            Waiting.until(
                    "precedents have come",
                    Duration.ofSeconds(20),
                    () -> {
                        tap.locator("#tile-upgrade").click();
                        boolean there =
                                tap.locator("#composer").textContent().contains("like this:");
                        if (!there) {
                            tap.locator("#tile-upgrade").click();
                        }
                        return there;
                    });
            hedda.screenshot("tap-precedent");

            try (Visit anna = browsers.visit(Device.TABLET, "en-GB", ColorScheme.LIGHT)) {
                anna.signIn("anna", "/index.xhtml");
                Desk.ask(anna, "C-1007", 1400);
            }
            Page inbox = Desk.inbox(kim, "kim");
            assertThat(inbox.locator(".exception").first().textContent())
                    .contains("like this:", "Comparable without:");
            kim.screenshot("inbox-precedent");
        }
    }

    @Test
    void whatBecameOfOnesOwnIsSeenUnderTheShift() {
        NORDLYST.books().clear();
        Instant then = Instant.now().minus(100, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        for (int customer = 1005; customer <= 1010; customer++) {
            GestureBuilder treat = a("goodwill").of("20.00").to("C-" + customer).at("krogen");
            assertThat(NORDLYST.as("anna").logs(treat.doneLongAgo(then)).status()).isEqualTo(201);
        }
        NORDLYST.as("stina").post("/facts", "{}");
        Waiting.until(
                "the facts",
                Duration.ofMinutes(1),
                () -> NORDLYST.as("anna").get("/payoff/mine").json().has("given"));
        try (Visit anna = browsers.visit(Device.PHONE, "en-GB", ColorScheme.DARK)) {
            Page page = anna.signIn("anna", "/tap/sign-in");
            page.locator("#own").waitFor();
            assertThat(page.locator("#own").textContent()).contains("6").contains("90");
            page.locator("#own").scrollIntoViewIfNeeded();
            anna.screenshot("tap-own");
        }
    }

    private static long noted() {
        return NORDLYST.books().figure("SELECT count(*) FROM happening");
    }
}
