package app.leeway.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Chromium for the journeys of one test class. To be closed with it.
 *
 * <pre>{@code
 * static Browsers browsers = Browsers.open();
 *
 * @AfterAll
 * static void close() { browsers.close(); }
 *
 * try (Visit visit = browsers.visit(Device.TABLET, "sv-SE", ColorScheme.LIGHT)) {
 *     visit.signIn("anna", "/tap/sign-in");
 *     visit.page().getByText("...").click();
 *     visit.screenshot("tap-after-sign-in");
 * }
 * }</pre>
 */
public final class Browsers implements AutoCloseable {
    private static final List<String> ARGUMENTS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private final Playwright playwright;
    private final Path executable;
    private final Browser browser;
    private final Map<String, String> sessions = new HashMap<>();

    private Browsers(Playwright playwright, Path executable, Browser browser) {
        this.playwright = playwright;
        this.executable = executable;
        this.browser = browser;
    }

    static {
        // However slow the machine: what does not come in that time does not come.
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    }

    /** On a day on which nothing has been given or chosen yet, whatever other tests did before. */
    public static Browsers open() {
        Nordlyst.running().books().clear();
        Nordlyst.running().forgetsWhatWasChosen();
        Path executable = Chromium.executable();
        Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
                playwright
                        .chromium()
                        .launch(
                                new LaunchOptions()
                                        .setExecutablePath(executable)
                                        .setArgs(ARGUMENTS));
        return new Browsers(playwright, executable, browser);
    }

    /** Somebody's visit with an empty browser: no cookies, nothing stored. */
    public Visit visit(Device device, String locale, ColorScheme scheme) {
        BrowserContext context = browser.newContext(device.options(locale, scheme));
        return new Visit(context, context.newPage());
    }

    /**
     * A visit with the session of this person's first one, who signs in only then: for tests of
     * many pages on many devices, which are not about signing in or out.
     */
    public Visit visitSignedIn(String user, Device device, String locale, ColorScheme scheme) {
        String session = sessions.computeIfAbsent(user, this::session);
        BrowserContext context =
                browser.newContext(device.options(locale, scheme).setStorageState(session));
        return new Visit(context, context.newPage());
    }

    private String session(String user) {
        try (Visit visit = visit(Device.DESKTOP, "en-GB", ColorScheme.LIGHT)) {
            visit.expecting("error:abort").signIn(user, "/index.xhtml");
            return visit.context().storageState();
        }
    }

    /**
     * A browser process of its own that keeps what it stores in the folder, so that it can be
     * killed and opened again.
     */
    public Visit visitKeeping(Path profile, Device device, String locale) {
        BrowserContext context =
                playwright
                        .chromium()
                        .launchPersistentContext(
                                profile,
                                device.persistent(
                                        new LaunchPersistentContextOptions()
                                                .setExecutablePath(executable)
                                                .setArgs(ARGUMENTS)
                                                .setLocale(locale)));
        return new Visit(context, context.pages().get(0));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
