package app.leeway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.ApiClient;
import app.leeway.support.Browsers;
import app.leeway.support.Device;
import app.leeway.support.Nordlyst;
import app.leeway.support.RunningLeeway;
import app.leeway.support.Visit;
import app.leeway.support.Waiting;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody leaves, or is signed out elsewhere: how long pages, interface and news stay open. */
class LeavingIT {

    private static final Duration OUT_WITHIN = Duration.ofSeconds(60);

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

    /** Others need Kim. */
    @AfterEach
    void kimIsBack() {
        nordlyst.realm().enables("kim");
        Waiting.until(
                "Kim is let in again",
                OUT_WITHIN,
                () -> nordlyst.as("kim").get("/me").status() == 200);
    }

    private static Visit visit() {
        return Desk.visit(browsers, Device.DESKTOP, ColorScheme.LIGHT)
                .expecting("401")
                .expecting("403")
                .expecting("Failed to load");
    }

    @Test
    void p10_somebodyDisabledInTheRealmIsOutOfInterfacePagesAndNewsWithinAMinute() {
        String token = nordlyst.tokenOf("kim");
        ApiClient machine = nordlyst.withToken(token);
        try (Visit kim = visit();
                Visit second = visit();
                Visit anna = visit()) {
            kim.signIn("kim", "/index.xhtml");
            second.signIn("kim", "/gesture/gestures.xhtml");
            List<String> toldKim = newsOf(second.page());
            anna.signIn("anna", "/index.xhtml");
            List<String> toldAnna = newsOf(anna.page());
            second.page().reload();
            anna.page().reload();
            give(anna, "before");
            anna.page().waitForCondition(() -> !toldAnna.isEmpty());
            second.page().waitForCondition(() -> !toldKim.isEmpty());

            Instant disabled = Instant.now();
            nordlyst.realm().disables("kim");
            Waiting.until("out of the API", OUT_WITHIN, () -> machine.get("/me").status() == 403);
            Waiting.until(
                    "out of the page's calls", OUT_WITHIN, () -> statusOfMe(kim.page()) != 200);
            Waiting.until(
                    "out of the pages",
                    OUT_WITHIN,
                    () -> kim.page().reload().status() != 200 || isAtKeycloak(kim.page()));
            Duration out = Duration.between(disabled, Instant.now());
            System.out.println("P10: out of interface and pages after " + out.toMillis() + " ms");
            assertThat(out).isLessThan(OUT_WITHIN);

            toldKim.clear();
            toldAnna.clear();
            give(anna, "after");
            anna.page().waitForCondition(() -> !toldAnna.isEmpty());
            assertThat(toldKim).isEmpty();
        }
    }

    @Test
    void p10_whoeverIsSignedOutInTheRealmIsSignedOutHere() {
        try (Visit kim = visit()) {
            kim.signIn("kim", "/index.xhtml");
            assertThat(statusOfMe(kim.page())).isEqualTo(200);

            nordlyst.realm().signsOut("kim");

            Duration out =
                    Waiting.until(
                            "out of the pages",
                            OUT_WITHIN,
                            () -> {
                                kim.open("/index.xhtml");
                                return isAtKeycloak(kim.page());
                            });
            System.out.println(
                    "P10: signed out by the back channel after " + out.toMillis() + " ms");
            kim.open("/tap/");
            assertThat(statusOfMe(kim.page())).isEqualTo(401);
        }
    }

    private static int statusOfMe(Page page) {
        return (Integer) page.evaluate("async () => (await fetch('/api/v1/me')).status");
    }

    private static boolean isAtKeycloak(Page page) {
        return page.url().startsWith(RunningLeeway.shared().issuer());
    }

    private static void give(Visit anna, String visit) {
        assertThat(
                        Desk.log(
                                anna,
                                "{\"kind\":\"birthday-treat\",\"customer\":\"C-1001\",\"visit\":\"%s\",\"done\":true}"
                                        .formatted(visit)))
                .isEqualTo(201);
    }

    /** What the server says to the page by itself, from its next load on. */
    private static List<String> newsOf(Page page) {
        List<String> news = new CopyOnWriteArrayList<>();
        page.onWebSocket(socket -> socket.onFrameReceived(frame -> news.add(frame.text())));
        return news;
    }
}
