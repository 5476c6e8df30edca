package app.leeway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.Browsers;
import app.leeway.support.Device;
import app.leeway.support.Nordlyst;
import app.leeway.support.RunningLeeway;
import app.leeway.support.Visit;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody is signed in, and a page from elsewhere tries to act in their name. */
class CrossSiteIT {

    private static final String COIN = "{\"kind\":\"locker-coin\",\"done\":true}";

    private static Browsers browsers;
    private static HttpServer elsewhere;

    private final Nordlyst nordlyst = Nordlyst.running();
    private final String target = RunningLeeway.shared().url() + "/api/v1/gestures";

    @BeforeAll
    static void open() throws IOException {
        browsers = Browsers.open();
        elsewhere =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", CrossSiteIT::page);
        elsewhere.start();
    }

    @AfterAll
    static void close() {
        elsewhere.stop(0);
        browsers.close();
    }

    private static void page(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
        byte[] html = "<!doctype html><title>elsewhere</title>".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/html");
        exchange.sendResponseHeaders(200, html.length);
        exchange.getResponseBody().write(html);
        exchange.close();
    }

    private static Visit signedIn(String user) {
        Visit visit =
                browsers.visit(Device.DESKTOP, "sv-SE", ColorScheme.LIGHT)
                        .expecting("403")
                        .expecting("415");
        visit.signIn(user, "/index.xhtml");
        return visit;
    }

    /** Another port of the same machine is the same site: the browser sends the cookies along. */
    @Test
    void a_form_of_a_neighbouring_page_changes_nothing() {
        try (Visit gunnar = signedIn("gunnar")) {
            long before = gestures();
            Page page = gunnar.page();
            page.navigate("http://localhost:" + elsewhere.getAddress().getPort() + "/");
            Response answer =
                    page.waitForNavigation(
                            () ->
                                    page.evaluate(
                                            "target => { const f = document.createElement('form');"
                                                    + " f.method = 'post'; f.enctype = 'text/plain';"
                                                    + " f.action = target; const i ="
                                                    + " document.createElement('input');"
                                                    + " i.name = '{\"kind\":\"locker-coin\",\"done\":true,\"occasion\":\"';"
                                                    + " i.value = '\"}'; f.append(i);"
                                                    + " document.body.append(f); f.submit() }",
                                            target));

            assertThat(answer.request().allHeaders().get("cookie")).contains("LeewaySignIn");
            assertThat(answer.status()).isEqualTo(415);
            assertThat(gestures()).isEqualTo(before);
        }
    }

    @Test
    void a_script_of_another_site_neither_acts_nor_reads() {
        try (Visit gunnar = signedIn("gunnar")) {
            long before = gestures();
            Page page = gunnar.page();
            for (String host : new String[] {"localhost", "127.0.0.1"}) {
                page.navigate("http://" + host + ":" + elsewhere.getAddress().getPort() + "/");
                Object read =
                        page.evaluate(
                                "async target => { const tries = [];"
                                        + " for (const [method, mode, type] of [['POST', 'no-cors', 'text/plain'],"
                                        + " ['POST', 'cors', 'application/json'], ['GET', 'cors', null]]) {"
                                        + " try { const r = await fetch(target, {method, mode, credentials: 'include',"
                                        + " ...(type && {headers: {'Content-Type': type}, body: '{}'})});"
                                        + " tries.push((await r.text()).length) } catch { tries.push(0) } }"
                                        + " return tries.join() }",
                                target);
                assertThat(read).isEqualTo("0,0,0");
            }
            assertThat(gestures()).isEqualTo(before);
        }
    }

    /** What an old browser, or no browser, may say with the cookies of a real session. */
    @Test
    void with_a_real_session_only_a_page_of_ours_changes_something() throws Exception {
        try (Visit gunnar = signedIn("gunnar")) {
            String cookies =
                    gunnar.context().cookies(target).stream()
                            .map(cookie -> cookie.name + "=" + cookie.value)
                            .collect(Collectors.joining("; "));
            String ours = RunningLeeway.shared().url().toString();
            String json = "application/json";

            assertThat(post(cookies, json, Map.of())).isEqualTo(403);
            assertThat(post(cookies, json, Map.of("Origin", "https://evil.example")))
                    .isEqualTo(403);
            assertThat(post(cookies, json, Map.of("Origin", "null"))).isEqualTo(403);
            assertThat(post(cookies, json, Map.of("Sec-Fetch-Site", "cross-site"))).isEqualTo(403);
            assertThat(post(cookies, json, Map.of("Origin", ours, "Sec-Fetch-Site", "same-site")))
                    .isEqualTo(403);
            assertThat(post(cookies, "text/plain", Map.of("Sec-Fetch-Site", "same-origin")))
                    .isEqualTo(415);
            assertThat(post(cookies, json, Map.of("Origin", ours))).isEqualTo(201);
            assertThat(post(cookies, json, Map.of("Sec-Fetch-Site", "same-origin"))).isEqualTo(201);
        }
    }

    private int post(String cookies, String type, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(target))
                        .header("Cookie", cookies)
                        .header("Content-Type", type)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(COIN));
        headers.forEach(request::header);
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        return answer.statusCode();
    }

    private long gestures() {
        return nordlyst.books().figure("SELECT count(*) FROM gesture");
    }
}
