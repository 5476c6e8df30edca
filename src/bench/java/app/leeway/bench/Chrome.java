package app.leeway.bench;

import app.leeway.support.BenchStack;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.util.List;
import java.util.Map;

/** The browser that the journeys use. */
final class Chrome implements AutoCloseable {
    private static final List<String> FLAGS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private final Playwright playwright =
            Playwright.create(
                    new Playwright.CreateOptions()
                            .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

    private final Browser browser =
            playwright
                    .chromium()
                    .launch(
                            new BrowserType.LaunchOptions()
                                    .setExecutablePath(BenchStack.browser())
                                    .setArgs(FLAGS));

    Browser browser() {
        return browser;
    }

    /** Opens an address that asks who it is, and tells; the password is the user's name. */
    static void signIn(Page page, String address, String user) {
        page.navigate(address);
        page.locator("#username").fill(user);
        page.locator("#password").fill(user);
        page.locator("#kc-login").click();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
