package app.leeway.notification.rest;

import static app.leeway.support.GestureBuilder.a;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.ApiAnswer;
import app.leeway.support.ApiClient;
import app.leeway.support.Awaiting;
import app.leeway.support.Nordlyst;
import app.leeway.support.RunningLeeway;
import app.leeway.webhook.Receiver;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhooks and the stream of events in the running server. */
class MachinesIT {

    private final Nordlyst nordlyst = Nordlyst.running();
    private final ApiClient stina = nordlyst.as("stina");

    @BeforeEach
    void nothingWasGiven() {
        nordlyst.books().clear();
        nordlyst.books().write("DELETE FROM webhook");
    }

    @Test
    void a_gesture_is_told_to_the_receiver_that_a_steward_added() throws Exception {
        try (Receiver receiver = new Receiver()) {
            ApiAnswer added = add(receiver.url(), "gesture.*");
            assertThat(added.status()).isEqualTo(201);
            assertThat(added.text("secret")).startsWith("whsec_");
            String hook = "/webhooks/" + added.text("id");
            assertThat(stina.get(hook).body()).doesNotContain("whsec_");

            String gesture = nordlyst.as("anna").logs(a("birthday-treat").done()).text("id");
            Awaiting.until("the call", () -> !receiver.calls.isEmpty());
            JsonNode event = new ObjectMapper().readTree(receiver.calls.get(0).body());
            assertThat(event.get("subject").asText()).isEqualTo(gesture);
            assertThat(event.get("type").asText()).isEqualTo("gesture.logged");

            assertThat(bare("POST", hook + "/test").status()).isEqualTo(202);
            Awaiting.until("the test", () -> receiver.calls.size() == 2);
            Awaiting.until(
                    "that it is known",
                    () ->
                            stina.get(hook + "/deliveries?state=delivered")
                                            .json()
                                            .get("items")
                                            .size()
                                    == 2);
            assertThat(bare("DELETE", hook).status()).isEqualTo(204);
            assertThat(stina.get(hook).status()).isEqualTo(404);
        }
    }

    @Test
    void bad_webhooks_are_told_what_is_wrong_with_them() {
        assertThat(add("http://10.0.0.1/", "gesture.*").violations())
                .containsExactly("url not-https");
        assertThat(add("https://192.168.0.1/", "gesture.*").violations())
                .containsExactly("url private-address");
        assertThat(add("https://[fe80::1]/", "gesture.*").violations())
                .containsExactly("url private-address");
        assertThat(add("nonsense", "gesture.*").violations()).containsExactly("url not-an-address");
        assertThat(add("http://localhost:1/", "company.*").violations())
                .containsExactly("events unknown-event");
        assertThat(stina.get("/webhooks/not-an-id").status()).isEqualTo(404);
    }

    @Test
    void a_machine_that_listens_hears_it_and_hears_what_it_missed_when_it_comes_back()
            throws Exception {
        String first;
        String seen;
        try (BufferedReader line = listen(machine(), null)) {
            assertThat(nextLine(line, ":")).isNotNull();
            first = nordlyst.as("anna").logs(a("birthday-treat").done()).text("id");
            seen = nextLine(line, "id: ").substring(4);
            assertThat(nextLine(line, "data: ")).contains(first);
        }
        String second = nordlyst.as("anna").logs(a("birthday-treat").done()).text("id");
        try (BufferedReader line = listen(nordlyst.tokenOf("axel"), seen)) {
            assertThat(nextLine(line, "data: ")).contains(second).doesNotContain(first);
        }
        assertThat(nordlyst.as("anna").get("/events").code()).isEqualTo("not-allowed");
        assertThat(
                        nordlyst.as("axel")
                                .with("Last-Event-ID", "yesterday")
                                .get("/events")
                                .violations())
                .containsExactly("Last-Event-ID wrong-type");
    }

    @Test
    void P5_those_who_listen_take_no_connection_from_those_who_work() throws Exception {
        List<BufferedReader> lines = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) { // as many as one may, and together as the pool has
                lines.add(listen(nordlyst.tokenOf("axel"), null));
                lines.add(listen(nordlyst.tokenOf("lena"), null));
                lines.add(listen(machine(), null));
            }
            for (int i = 0; i < 5; i++) {
                assertThat(nordlyst.as("gunnar").logs(a("locker-coin").done()).status())
                        .isEqualTo(201);
            }
            for (BufferedReader line : lines) {
                assertThat(nextLine(line, "data: ")).contains("gesture.logged");
            }
        } finally {
            for (BufferedReader line : lines) {
                line.close();
            }
        }
    }

    @Test
    void what_can_be_packed_is_packed_and_a_stream_is_not() throws Exception {
        for (String path : new String[] {"/tap/tap.js", "/resources/css/desk.css"}) {
            HttpRequest request =
                    HttpRequest.newBuilder(RunningLeeway.shared().url().resolve(path))
                            .header("Accept-Encoding", "gzip")
                            .build();
            assertThat(
                            HttpClient.newHttpClient()
                                    .send(request, BodyHandlers.discarding())
                                    .headers()
                                    .firstValue("Content-Encoding"))
                    .as(path)
                    .contains("gzip");
        }
    }

    private ApiAnswer add(String url, String event) {
        return stina.post(
                "/webhooks", "{\"url\":\"%s\",\"events\":[\"%s\"]}".formatted(url, event));
    }

    private ApiAnswer bare(String method, String path) {
        return stina.send(method, path, null, (String) null);
    }

    /** A token of the realm's own machine, which is no person of the company. */
    private static String machine() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        RunningLeeway.shared().issuer()
                                                + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "grant_type=client_credentials&client_id=leeway-machine"
                                                + "&client_secret="
                                                + RunningLeeway.shared().machineSecret()))
                        .build();
        String answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
        return new ObjectMapper().readTree(answer).get("access_token").asText();
    }

    private BufferedReader listen(String token, String lastSeen) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(RunningLeeway.shared().url().resolve("/api/v1/events"))
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", "text/event-stream")
                        .header("Accept-Encoding", "gzip");
        if (lastSeen != null) {
            request.header("Last-Event-ID", lastSeen);
        }
        AtomicReference<HttpResponse<InputStream>> last = new AtomicReference<>();
        Awaiting.until(
                "that lines which were hung up count no more",
                Duration.ofMinutes(1),
                () -> {
                    last.set(answer(request.build()));
                    return last.get().statusCode() != 429;
                });
        HttpResponse<InputStream> answer = last.get();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private static HttpResponse<InputStream> answer(HttpRequest request) {
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while listening", e);
        }
    }

    private static String nextLine(BufferedReader line, String prefix) throws IOException {
        String next = line.readLine();
        while (next != null && !next.startsWith(prefix)) {
            next = line.readLine();
        }
        return next;
    }
}
