package app.leeway.journey;

import app.leeway.support.Browsers;
import app.leeway.support.Device;
import app.leeway.support.Visit;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;

/**
 * What journeys on the desk have in common: calls of the API that ride on a visit's own session.
 */
final class Desk {

    private static final String CALL =
            "async ([method, path, body]) => {"
                    + " const answer = await fetch('/api/v1' + path, {method, headers: {"
                    + " 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID()}, body});"
                    + " return answer.status }";

    private Desk() {}

    /**
     * Somebody at a desk, who may leave a page while it is fetching news: PrimeFaces tells of it.
     */
    static Visit visit(Browsers browsers, Device device, ColorScheme scheme) {
        return browsers.visit(device, "en-GB", scheme).expecting("error:abort");
    }

    /** The same on the start page, in a window of somebody who may have signed in earlier. */
    static Visit visitSignedIn(Browsers browsers, String user, Device device, ColorScheme scheme) {
        Visit visit =
                browsers.visitSignedIn(user, device, "en-GB", scheme).expecting("error:abort");
        visit.open("/index.xhtml");
        return visit;
    }

    /**
     * Logs a gesture as whoever is signed in.
     *
     * @return the status of the answer
     */
    static int log(Visit visit, String json) {
        return call(visit, "POST", "/gestures", json);
    }

    /**
     * Whoever is signed in asks to give goodwill; nothing has happened yet, and nobody waits.
     *
     * @throws AssertionError when it is not taken
     */
    static void ask(Visit visit, String customer, int kronor) {
        int status =
                log(
                        visit,
                        ("{\"kind\":\"goodwill\",\"customer\":\"%s\",\"done\":false,"
                                        + "\"occasion\":\"It took three weeks\","
                                        + "\"cost\":{\"amount\":\"%d.00\",\"currency\":\"SEK\"}}")
                                .formatted(customer, kronor));
        if (status != 201) {
            throw new AssertionError("it was not asked: " + status);
        }
    }

    /** Somebody in English and in the light, with the inbox open. */
    static Page inbox(Visit visit, String user) {
        visit.signIn(user, "/index.xhtml");
        prefer(visit, "en", "light");
        return visit.open("/approval/inbox.xhtml");
    }

    /** Chooses language and light as whoever is signed in; for the next page. */
    static void prefer(Visit visit, String language, String appearance) {
        int status =
                call(
                        visit,
                        "PUT",
                        "/me",
                        "{\"language\":\"%s\",\"appearance\":\"%s\"}"
                                .formatted(language, appearance));
        if (status != 200) {
            throw new AssertionError("the preference was not taken: " + status);
        }
    }

    private static int call(Visit visit, String method, String path, String json) {
        return (Integer) visit.page().evaluate(CALL, new Object[] {method, path, json});
    }

    /** A mark that a reload of the page would lose. */
    static void mark(Page page) {
        page.evaluate("() => { window.marked = true }");
    }

    static boolean isMarked(Page page) {
        return Map.of("marked", true)
                .equals(page.evaluate("() => ({marked: window.marked === true})"));
    }
}
