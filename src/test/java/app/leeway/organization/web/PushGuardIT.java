package app.leeway.organization.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.Awaiting;
import app.leeway.support.Browsers;
import app.leeway.support.Device;
import app.leeway.support.Nordlyst;
import app.leeway.support.RunningLeeway;
import app.leeway.support.Visit;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The line by which a page hears that something has changed, taken by somebody else. */
class PushGuardIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int OPENED = 101;
    private static final int POLICY = 1008;
    private static final int FAILED = 1011;

    private static Browsers browsers;
    private static Visit kim;
    private static URI line;
    private static String cookies;

    private final String origin = RunningLeeway.shared().url().toString();

    /** What became of a line that was opened. */
    private static final class Ear implements WebSocket.Listener {
        final CompletableFuture<Integer> closed = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.complete(status);
            return null;
        }
    }

    @BeforeAll
    static void open() {
        Nordlyst.running();
        browsers = Browsers.open();
        kim = browsers.visit(Device.DESKTOP, "sv-SE", ColorScheme.LIGHT);
        AtomicReference<String> opened = new AtomicReference<>();
        kim.page().onWebSocket(socket -> opened.set(socket.url()));
        kim.signIn("kim", "/approval/inbox.xhtml");
        kim.page().waitForCondition(() -> opened.get() != null);
        line = URI.create(opened.get());
        cookies = cookies(kim);
    }

    @AfterAll
    static void close() {
        kim.close();
        browsers.close();
    }

    @Test
    void a_page_of_another_site_opens_no_line_in_somebodys_name() {
        for (String foreign : new String[] {"https://elsewhere.example", "null", origin + "0"}) {
            assertThat(handshake(line, foreign, cookies)).as(foreign).isEqualTo(403);
        }
        assertThat(handshake(line, null, cookies)).as("no browser").isEqualTo(403);
        assertThat(handshake(line, origin, cookies)).isEqualTo(OPENED);
    }

    @Test
    void whoever_is_not_signed_in_opens_none() {
        assertThat(handshake(line, origin, null)).isIn(302, 401);
    }

    @Test
    void a_token_that_belongs_to_no_page_of_the_session_hears_nothing() throws Exception {
        URI made = URI.create(line.toString().replaceAll("\\?.*", "") + "?made-up");
        Ear ear = new Ear();
        builder(origin, cookies).buildAsync(made, ear).join();

        assertThat(ear.closed.get(20, TimeUnit.SECONDS)).isIn(POLICY, FAILED);
    }

    @Test
    void P15_one_person_opens_twenty_and_no_more() {
        List<WebSocket> open = new ArrayList<>();
        int status = OPENED;
        while (status == OPENED && open.size() <= OpenLines.MOST_OF_ONE) {
            status = tryToOpen(open);
        }
        assertThat(open.size()).isLessThanOrEqualTo(OpenLines.MOST_OF_ONE);
        assertThat(status).isEqualTo(429);

        open.forEach(WebSocket::abort);
        Awaiting.until(
                "room for another, once " + open.size() + " have broken off",
                () -> handshake(line, origin, cookies) == OPENED);
    }

    @Test
    void P15_lines_end_with_the_session_that_they_were_opened_in() {
        // Somebody else: what ends here must not be taken for kim's.
        Visit elsewhere = browsers.visit(Device.DESKTOP, "sv-SE", ColorScheme.LIGHT);
        AtomicReference<String> opened = new AtomicReference<>();
        elsewhere.page().onWebSocket(socket -> opened.set(socket.url()));
        elsewhere.signIn("maria", "/approval/inbox.xhtml");
        elsewhere.page().waitForCondition(() -> opened.get() != null);
        URI there = URI.create(opened.get());
        String theirs = cookies(elsewhere);
        int status = OPENED;
        for (int i = 0; status == OPENED && i <= OpenLines.MOST_OF_ONE; i++) {
            status = statusOfOpening(there, theirs);
        }
        assertThat(status).isEqualTo(429);

        elsewhere.page().locator("form[action$='sign-out'] button").click();
        elsewhere.page().waitForSelector("#username");
        elsewhere.close();

        try (Visit again = browsers.visit(Device.DESKTOP, "sv-SE", ColorScheme.LIGHT)) {
            AtomicReference<String> anew = new AtomicReference<>();
            again.page().onWebSocket(socket -> anew.set(socket.url()));
            again.signIn("maria", "/approval/inbox.xhtml");
            again.page().waitForCondition(() -> anew.get() != null);
            for (int i = 0; i < OpenLines.MOST_OF_ONE / 2; i++) {
                assertThat(statusOfOpening(URI.create(anew.get()), cookies(again)))
                        .as("line %d", i)
                        .isEqualTo(OPENED);
            }
        }
    }

    private int statusOfOpening(URI address, String cookies) {
        try {
            builder(origin, cookies).buildAsync(address, new Ear()).join();
            return OPENED;
        } catch (CompletionException e) {
            return statusOf(e);
        }
    }

    private static String cookies(Visit visit) {
        return visit.context().cookies(RunningLeeway.shared().url().toString()).stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
    }

    private int tryToOpen(List<WebSocket> open) {
        try {
            open.add(builder(origin, cookies).buildAsync(line, new Ear()).join());
            return OPENED;
        } catch (CompletionException e) {
            return statusOf(e);
        }
    }

    private static WebSocket.Builder builder(String from, String cookies) {
        WebSocket.Builder builder = HTTP.newWebSocketBuilder();
        if (from != null) {
            builder.header("Origin", from);
        }
        if (cookies != null) {
            builder.header("Cookie", cookies);
        }
        return builder;
    }

    private static int handshake(URI address, String from, String cookies) {
        try {
            builder(from, cookies).buildAsync(address, new Ear()).join().abort();
            return OPENED;
        } catch (CompletionException e) {
            return statusOf(e);
        }
    }

    private static int statusOf(CompletionException e) {
        if (e.getCause() instanceof WebSocketHandshakeException refused) {
            return refused.getResponse().statusCode();
        }
        throw e;
    }
}
