package app.leeway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.Accessibility;
import app.leeway.support.Browsers;
import app.leeway.support.Device;
import app.leeway.support.Visit;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every state of the tablet page, light and dark, on a tablet, a phone and at 200 %. */
class TapAccessibilityIT {
    /** Tiles, chips and buttons that are shown and smaller than a finger, 64 CSS px. */
    private static final String TOO_SMALL =
            """
            () => [...document.querySelectorAll('.tile, .chip, .main, .second, .ghost')]
              .filter((e) => e.checkVisibility())
              .filter((e) => Math.min(e.offsetWidth, e.offsetHeight) < 64)
              .map((e) => e.className + ' ' + e.textContent)
            """;

    private static final String WIDER_THAN_THE_SCREEN =
            "() => document.documentElement.scrollWidth > innerWidth";

    private static Browsers browsers;

    @BeforeAll
    static void open() {
        browsers = Browsers.open();
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    @ParameterizedTest(name = "{0} {1}x{2} {3}")
    @CsvSource({
        "tablet-lying, 1024, 768, LIGHT",
        "tablet-standing, 768, 1024, DARK",
        "phone, 390, 844, DARK",
        "smallest, 320, 640, LIGHT",
        "at-200-percent, 512, 384, LIGHT",
        "tablet-night, 1024, 768, DARK"
    })
    void every_state_is_clean(String name, int width, int height, ColorScheme scheme) {
        try (Visit siri = browsers.visit(Device.TABLET, "sv-SE", scheme).expecting("401")) {
            Page page = siri.page();
            page.setViewportSize(width, height);
            siri.open("/tap/");
            page.locator("#sign-in").waitFor();
            look(siri, name + "-1-door");
            siri.signIn("siri", "/tap/sign-in");
            TapPage tap = new TapPage(page).ready();
            look(siri, name + "-2-tiles");
            tap.kind("courtesy-call");
            look(siri, name + "-3-kind");
            tap.minutes(30).nobody().minutesAgo(15).awaitTone("ASK");
            look(siri, name + "-4-ready");
            tap.log().awaitMark("received");
            look(siri, name + "-5-logged");
            page.locator("#settings").click();
            look(siri, name + "-6-settings");
        }
    }

    /** Takes a picture and looks for whatever a reader, a finger or a narrow screen would miss. */
    static void look(Visit visit, String state) {
        Page page = visit.page();
        visit.screenshot("tap-" + state);
        assertThat(Accessibility.violations(page)).as(state).isEmpty();
        assertThat(page.evaluate(TOO_SMALL)).as("too small, " + state).isEqualTo(List.of());
        assertThat(page.evaluate(WIDER_THAN_THE_SCREEN)).as("too wide, " + state).isEqualTo(false);
    }
}
