package app.leeway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.ApiClient;
import app.leeway.support.Browsers;
import app.leeway.support.Device;
import app.leeway.support.Nordlyst;
import app.leeway.support.RunningLeeway;
import app.leeway.support.Visit;
import app.leeway.support.Waiting;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
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
        isLetInAgain("kim");
    }

    private void isLetInAgain(String user) {
        Waiting.until(
                user + " is let in again",
                OUT_WITHIN,
                () -> {
                    nordlyst.forgetsTokenOf(user);
                    return nordlyst.as(user).get("/me").status() == 200;
                });
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

    @Test
    void p10_whoeverIsSignedOutInTheRealmIsOutOfInterfaceStreamAndSocketsTooWithinAMinute() {
        String token = nordlyst.tokenOf("lena");
        try (Visit lena = visit();
                Visit tablet = visit()) {
            CompletableFuture<Void> stream = streamOf(token);
            tablet.signIn("lena", "/tap/sign-in");
            assertThat(statusOfMe(tablet.page())).isEqualTo(200);
            AtomicBoolean closed = signInWithSocket(lena, "lena");

            nordlyst.realm().signsOut("lena");

            awaitOut("lena is signed out", token, stream, closed, lena.page());
            Waiting.until(
                    "out of the tablet's calls",
                    OUT_WITHIN,
                    () -> statusOfMe(tablet.page()) == 401);
            lena.open("/index.xhtml");
            assertThat(isAtKeycloak(lena.page())).isTrue();
        } finally {
            isLetInAgain("lena");
        }
    }

    @Test
    void p10_aRoleThatIsTakenAwayIsGoneFromPagesInterfaceAndStreamWithinAMinute() {
        String token = nordlyst.tokenOf("lena");
        try (Visit lena = visit()) {
            CompletableFuture<Void> stream = streamOf(token);
            AtomicBoolean closed = signInWithSocket(lena, "lena");
            assertThat(rolesOnThePage(lena.page())).contains("leader");

            nordlyst.realm().takes("leader", "lena");

            awaitOut("lena leads no more", token, stream, closed, lena.page());
            lena.open("/index.xhtml");
            assertThat(isAtKeycloak(lena.page())).as("asked for the password again").isFalse();
            assertThat(rolesOnThePage(lena.page())).contains("manager").doesNotContain("leader");
            nordlyst.forgetsTokenOf("lena");
            assertThat(nordlyst.as("lena").get("/events").status()).isEqualTo(403);
        } finally {
            nordlyst.realm().gives("leader", "lena");
            isLetInAgain("lena");
        }
    }

    @Test
    void p10_somebodyDeletedInTheRealmIsOutOfEverythingWithinAMinute() throws IOException {
        JsonNode file = new ObjectMapper().readTree(realmFile().toFile());
        JsonNode leader =
                StreamSupport.stream(file.get("users").spliterator(), false)
                        .filter(user -> user.get("username").asText().equals("lena"))
                        .findFirst()
                        .orElseThrow();
        String token = nordlyst.tokenOf("lena");
        try (Visit lena = visit()) {
            CompletableFuture<Void> stream = streamOf(token);
            AtomicBoolean closed = signInWithSocket(lena, "lena");

            nordlyst.realm().deletes("lena");

            awaitOut("lena is deleted", token, stream, closed, lena.page());
            lena.open("/index.xhtml");
            assertThat(isAtKeycloak(lena.page())).isTrue();
        } finally {
            nordlyst.realm().bringsBack(leader);
            isLetInAgain("lena");
        }
    }

    private static Path realmFile() {
        return Path.of(System.getProperty("leeway.project"), "realm-config", "leeway-realm.json");
    }

    /** Out of everything that was open, all within the same minute. */
    private void awaitOut(
            String since,
            String token,
            CompletableFuture<Void> stream,
            AtomicBoolean socketClosed,
            Page page) {
        Instant from = Instant.now();
        Waiting.until(
                "out of the API",
                OUT_WITHIN,
                () -> nordlyst.withToken(token).get("/me").status() == 401);
        Waiting.until("the stream ends", OUT_WITHIN, stream::isDone);
        Waiting.until(
                "the page's web socket ends",
                OUT_WITHIN,
                () -> {
                    page.evaluate("1"); // lets the browser tell what it saw
                    return socketClosed.get();
                });
        Waiting.until("out of the page's calls", OUT_WITHIN, () -> !leads(page));
        Duration out = Duration.between(from, Instant.now());
        System.out.println("P10: " + since + ", and out of it all after " + out.toMillis() + " ms");
        assertThat(out).isLessThan(OUT_WITHIN);
    }

    /** Whether what the page's scripts ask is answered as to somebody who leads. */
    private static boolean leads(Page page) {
        return statusOfMe(page) == 200 && rolesOnThePage(page).contains("leader");
    }

    private static String rolesOnThePage(Page page) {
        return (String)
                page.evaluate(
                        "async () => (await (await fetch('/api/v1/me')).json()).roles.join()");
    }

    /** A page that is open and hears of news. */
    private static AtomicBoolean signInWithSocket(Visit visit, String user) {
        AtomicBoolean closed = new AtomicBoolean();
        AtomicBoolean opened = new AtomicBoolean();
        visit.page()
                .onWebSocket(
                        socket -> {
                            opened.set(true);
                            socket.onClose(end -> closed.set(true));
                        });
        visit.signIn(user, "/gesture/gestures.xhtml");
        visit.page().waitForCondition(opened::get);
        closed.set(false);
        return closed;
    }

    /** Is done when the server has ended it. */
    private static CompletableFuture<Void> streamOf(String token) {
        HttpRequest request =
                HttpRequest.newBuilder(RunningLeeway.shared().url().resolve("/api/v1/events"))
                        .header("Authorization", "Bearer " + token)
                        .build();
        CompletableFuture<Integer> opened = new CompletableFuture<>();
        CompletableFuture<Void> ended =
                HttpClient.newHttpClient()
                        .sendAsync(
                                request,
                                head -> {
                                    opened.complete(head.statusCode());
                                    return BodySubscribers.discarding();
                                })
                        .thenAccept(answer -> {});
        assertThat(opened.join()).isEqualTo(200);
        assertThat(ended).isNotDone();
        return ended;
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
