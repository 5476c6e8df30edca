package app.leeway.bench;

import app.leeway.support.BenchStack;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Scenario 10: the tablet page, opened cold on a processor four times slower and a slow mobile
 * network, then used.
 */
final class Tablet {
    private static final int VISITS = 5;
    private static final int SLOWER = 4;
    private static final double DOWN = 1_600_000 / 8.0;
    private static final double UP = 750_000 / 8.0;
    private static final int LATENCY_MS = 150;
    private static final double BYTES_PER_KB = 1000;
    private static final String USER = "giver-1-1";
    private static final String OBSERVE =
            """
            window.seen = { lcp: 0, cls: 0, inp: 0 };
            new PerformanceObserver(list => list.getEntries().forEach(e => { seen.lcp = e.startTime; }))
                .observe({ type: 'largest-contentful-paint', buffered: true });
            new PerformanceObserver(list => list.getEntries().forEach(e => { if (!e.hadRecentInput) seen.cls += e.value; }))
                .observe({ type: 'layout-shift', buffered: true });
            new PerformanceObserver(list => list.getEntries().forEach(e => {
                if (e.interactionId) seen.inp = Math.max(seen.inp, e.duration); }))
                .observe({ type: 'event', durationThreshold: 16, buffered: true });
            """;
    private static final String READ =
            """
            () => { const js = performance.getEntriesByType('resource').filter(e => e.name.includes('.js'));
                    return { ...seen, wire: js.reduce((s, e) => s + e.encodedBodySize, 0),
                             plain: js.reduce((s, e) => s + e.decodedBodySize, 0) }; }""";

    private record Visit(double lcp, double inp, double cls, double wire, double plain) {}

    private final BenchStack stack;
    private final Report report;

    Tablet(BenchStack stack, Report report) {
        this.stack = stack;
        this.report = report;
    }

    void run() {
        try (Chrome chrome = new Chrome()) {
            Browser browser = chrome.browser();
            String signedIn = signIn(browser);
            List<Visit> visits = new ArrayList<>();
            for (int i = 0; i < VISITS; i++) {
                visits.add(visit(browser, signedIn));
            }
            say(visits);
        }
    }

    private String signIn(Browser browser) {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            Chrome.signIn(page, stack.address() + "/tap/sign-in", USER);
            page.waitForURL("**/tap/**");
            firstTile(page).waitFor();
            return context.storageState();
        }
    }

    /** In a browser that has never seen the page. */
    private Visit visit(Browser browser, String signedIn) {
        try (BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setStorageState(signedIn)
                                .setViewportSize(1024, 768)
                                .setHasTouch(true))) {
            context.addInitScript(OBSERVE);
            Page page = context.newPage();
            slowDown(context.newCDPSession(page));
            page.navigate(stack.address() + "/tap/");
            firstTile(page).waitFor();
            page.waitForTimeout(1500); // whatever moves late belongs to the figure
            for (int i = 0; i < 3; i++) {
                page.locator("#tiles button").nth(i).click();
                page.waitForTimeout(600);
            }
            return read(page);
        }
    }

    private static Locator firstTile(Page page) {
        Locator tile = page.locator("#tiles button").first();
        tile.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
        return tile;
    }

    private static void slowDown(CDPSession session) {
        JsonObject rate = new JsonObject();
        rate.addProperty("rate", SLOWER);
        session.send("Emulation.setCPUThrottlingRate", rate);
        JsonObject network = new JsonObject();
        network.addProperty("offline", false);
        network.addProperty("latency", LATENCY_MS);
        network.addProperty("downloadThroughput", DOWN);
        network.addProperty("uploadThroughput", UP);
        session.send("Network.enable");
        session.send("Network.emulateNetworkConditions", network);
    }

    @SuppressWarnings("unchecked") // a JSON object of numbers
    private static Visit read(Page page) {
        Map<String, Number> seen = (Map<String, Number>) page.evaluate(READ);
        return new Visit(
                seen.get("lcp").doubleValue(),
                seen.get("inp").doubleValue(),
                seen.get("cls").doubleValue(),
                seen.get("wire").doubleValue(),
                seen.get("plain").doubleValue());
    }

    private void say(List<Visit> visits) {
        String on = "tablet page, " + SLOWER + "x slower, slow network: ";
        report.add(
                Finding.figure(
                        10,
                        on + "LCP",
                        median(visits.stream().map(Visit::lcp).toList()) / 1000,
                        Goal.atMost(" s", 2.5, 1.5, 1.0)));
        report.add(
                Finding.figure(
                        10,
                        on + "INP, the slowest of three taps",
                        median(visits.stream().map(Visit::inp).toList()),
                        Goal.atMost(" ms", 200, 100, 50)));
        report.add(
                Finding.figure(
                        10,
                        on + "CLS",
                        median(visits.stream().map(Visit::cls).toList()),
                        Goal.atMost("", 0.1, 0.02, 0)));
        report.add(
                Finding.figure(
                        10,
                        "JavaScript of the tablet page, as sent",
                        median(visits.stream().map(Visit::wire).toList()) / BYTES_PER_KB,
                        Goal.atMost(" kB", 30, 30, 30)));
        report.note(
                "JavaScript of the tablet page, unpacked: "
                        + Math.round(visits.get(0).plain() / BYTES_PER_KB)
                        + " kB");
    }

    private static double median(List<Double> values) {
        return Ratio.median(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
