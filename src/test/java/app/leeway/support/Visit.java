package app.leeway.support;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One person in front of one browser. Closing it fails the test when any page broke the
 * Content-Security-Policy, threw, or wrote an error to the console that was not announced.
 */
public final class Visit implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> announced = new ArrayList<>();

    Visit(BrowserContext context, Page page) {
        this.context = context;
        this.page = page;
        context.onConsoleMessage(this::hear);
        context.onWebError(error -> complaints.add("thrown: " + error.error()));
    }

    public Page page() {
        return page;
    }

    public BrowserContext context() {
        return context;
    }

    /** Opens a path of the application. */
    public Page open(String path) {
        page.navigate(RunningLeeway.shared().url() + path);
        return page;
    }

    /** Opens a protected path, gives name and password (the same) to Keycloak, and comes back. */
    public Page signIn(String user, String path) {
        open(path);
        return giveNameAndPassword(user);
    }

    /**
     * The tablet's page of somebody who may be signed in still: whether a browser that was ended
     * knows its cookies again depends on how long it ran.
     */
    public Page signInWhereAsked(String user) {
        open("/tap/sign-in");
        Locator form = page.locator("#username");
        page.waitForCondition(() -> form.isVisible() || page.url().endsWith("/tap/"));
        return form.isVisible() ? giveNameAndPassword(user) : page;
    }

    private Page giveNameAndPassword(String user) {
        page.locator("#username").fill(user);
        page.locator("#password").fill(user);
        page.locator("#kc-login").click();
        page.waitForURL(url -> url.startsWith(RunningLeeway.shared().url().toString()));
        return page;
    }

    /** Console errors with this text are what the test is about: no network, a refusal. */
    public Visit expecting(String text) {
        announced.add(text);
        return this;
    }

    /** Kept as an artefact of the build: {@code target/screenshots/NAME.png}. */
    public void screenshot(String name) {
        Path file =
                Path.of(
                        System.getProperty("leeway.project"),
                        "target",
                        "screenshots",
                        name + ".png");
        page.screenshot(new ScreenshotOptions().setPath(file).setFullPage(true));
    }

    @Override
    public void close() {
        context.close();
        if (!complaints.isEmpty()) {
            throw new AssertionError("The browser complained:\n" + String.join("\n", complaints));
        }
    }

    private void hear(ConsoleMessage message) {
        boolean ours = message.page() == null || isOurs(message.page().url());
        boolean wrong =
                message.type().equals("error")
                        || message.text().contains("Content Security Policy");
        if (ours && wrong && announced.stream().noneMatch(message.text()::contains)) {
            complaints.add(message.text() + " (" + message.location() + ")");
        }
    }

    /** Keycloak's own pages are not ours to mend. */
    private static boolean isOurs(String url) {
        return url.startsWith(RunningLeeway.shared().url().toString());
    }
}
