package app.leeway.http;

import static app.leeway.support.GestureBuilder.a;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.Books;
import app.leeway.support.Nordlyst;
import app.leeway.support.RunningLeeway;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever goes wrong, whoever notices it first (a resource, the layers around it, the server
 * itself), is told readably and tells nothing of the inside.
 */
class FailuresIT {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String JSON = "application/json";

    /** What only whoever runs the server should read. */
    private static final Pattern INSIDE =
            Pattern.compile(
                    "Exception|Throwable|\\bat [a-z]+\\.[a-z]+\\.|java\\.|jakarta\\.(?!faces\\.resource)|com\\.ibm|"
                            + "[Ll]iberty|WebSphere|SRVE\\d|CWWK|postgres|SELECT |relation \"");

    private final Nordlyst nordlyst = Nordlyst.running();
    private final URI base = RunningLeeway.shared().url();

    static Stream<Arguments> refusals() {
        String coin = a("locker-coin").done().toString();
        return Stream.of(
                refusal("GET", "/api/v1/nothing", null, null, 404, "not-found"),
                refusal("GET", "/api/nothing", null, null, 404, "not-found"),
                refusal("GET", "/api/v2/gestures", null, null, 404, "not-found"),
                refusal("GET", "/api/v1/gestures/not-an-id", null, null, 404, "not-found"),
                refusal("DELETE", "/api/v1/gestures", null, null, 405, "method-not-allowed"),
                refusal("POST", "/api/v1/gestures", "text/html", coin, 415, null),
                refusal("POST", "/api/v1/gestures", JSON, "{", 400, null),
                refusal("POST", "/api/v1/gestures", JSON, " ".repeat(65 * 1024), 413, "too-large"));
    }

    private static Arguments refusal(
            String method, String path, String type, String body, int status, String code) {
        return Arguments.of(method, path, type, body, status, code);
    }

    @ParameterizedTest(name = "{0} {1} of {2}: {4}")
    @MethodSource("refusals")
    void P12_what_is_refused_anywhere_is_a_problem_with_its_request_id(
            String method, String path, String type, String body, int status, String code)
            throws Exception {
        HttpRequest.Builder request = request(path).method(method, publisher(body));
        if (type != null) {
            request.header("Content-Type", type).header("Idempotency-Key", id());
        }

        HttpResponse<String> answer = send(request);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode problem = problem(answer);
        if (code != null) {
            assertThat(problem.path("code").asText()).isEqualTo(code);
        }
    }

    @Test
    void P12_a_method_that_is_not_known_says_which_are() throws Exception {
        HttpResponse<String> answer =
                send(request("/api/v1/gestures").method("DELETE", publisher(null)));

        assertThat(answer.headers().firstValue("Allow")).get().asString().contains("GET", "POST");
    }

    @Test
    void P12_a_body_that_is_too_long_and_does_not_say_so_is_refused_too() throws Exception {
        byte[] long_ = " ".repeat(70 * 1024).getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer =
                send(
                        request("/api/v1/gestures")
                                .header("Content-Type", JSON)
                                .header("Idempotency-Key", id())
                                .POST(
                                        BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(long_))));

        assertThat(answer.statusCode()).isEqualTo(413);
        problem(answer);
    }

    @Test
    void P12_a_fault_in_a_resource_is_told_by_its_request_id_alone() throws Exception {
        HttpResponse<String> answer =
                without("customer", () -> send(request("/api/v1/customers/C-1001").GET()));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(problem(answer).path("code").asText()).isEqualTo("failed");
    }

    @Test
    void P12_a_fault_while_gestures_are_written_is_told_so_too_and_leaves_nothing()
            throws Exception {
        nordlyst.as("gunnar").get("/me");
        HttpResponse<String> answer =
                without(
                        "gesture_bend",
                        () ->
                                send(
                                        request("/api/v1/gestures")
                                                .header("Content-Type", JSON)
                                                .header("Idempotency-Key", id())
                                                .POST(
                                                        publisher(
                                                                a("locker-coin")
                                                                        .done()
                                                                        .toString()))));

        assertThat(answer.statusCode()).isEqualTo(500);
        problem(answer);
        assertThat(nordlyst.as("axel").get("/budgets/reconciliation").text("ok")).isEqualTo("true");
    }

    /** Addresses outside of the interface, where the server answers before the application does. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tap/js/none.js",
                "/tap/../WEB-INF/web.xml",
                "/WEB-INF/web.xml",
                "/META-INF/persistence.xml",
                "/resources/none.css",
                "/jakarta.faces.resource/none.css.xhtml",
                "/health/none",
                "/openapi/none",
                "/oidcclient/none",
                "/tap/%00",
                "/tap/%2e%2e/%2e%2e/server.xml"
            })
    void P12_what_the_server_itself_refuses_tells_nothing_of_the_inside(String path)
            throws Exception {
        String answer =
                raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 ").doesNotStartWith("HTTP/1.1 200");
        assertSafe(answer);
    }

    @Test
    void P12_whoever_is_not_signed_in_is_told_of_a_page_that_is_not_there() throws Exception {
        String answer =
                raw("GET /tap/none HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 404").contains("<h1>");
    }

    static Stream<String> unreadable() {
        return Stream.of(
                "NONSENSE\r\n\r\n",
                "GET / HTTP/9.9\r\n\r\n",
                "GET /tap/ HTTP/1.1\r\nHost: a\r\nX-Long: " + "x".repeat(20_000) + "\r\n\r\n",
                "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void P12_what_is_no_request_is_refused_without_a_word_of_the_inside(String text)
            throws Exception {
        String answer = raw(text);

        assertThat(answer).doesNotStartWith("HTTP/1.1 200");
        assertSafe(answer);
    }

    private interface Call {
        HttpResponse<String> answer() throws Exception;
    }

    /** With a table out of the way for the time of one call. */
    private HttpResponse<String> without(String table, Call call) throws Exception {
        Books books = nordlyst.books();
        books.write("ALTER TABLE " + table + " RENAME TO out_of_the_way");
        try {
            return call.answer();
        } finally {
            books.write("ALTER TABLE out_of_the_way RENAME TO " + table);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer " + nordlyst.tokenOf("gunnar"));
    }

    private static BodyPublisher publisher(String body) {
        return body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode problem(HttpResponse<String> answer) throws IOException {
        assertThat(answer.headers().firstValue("Content-Type"))
                .get()
                .asString()
                .startsWith("application/problem+json");
        assertSafe(answer.headers().map() + answer.body());
        JsonNode problem = new ObjectMapper().readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(answer.statusCode());
        assertThat(problem.path("code").asText()).matches("[a-z-]+");
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(answer.headers().firstValue("X-Request-Id"))
                .contains(problem.path("requestId").asText());
        return problem;
    }

    private static void assertSafe(String answer) {
        assertThat(INSIDE.matcher(answer).results().map(found -> found.group()).toList())
                .as(answer)
                .isEmpty();
    }

    private String raw(String text) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), base.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            byte[] answer = socket.getInputStream().readAllBytes();
            return new String(answer, StandardCharsets.UTF_8);
        } catch (java.net.SocketException hungUp) {
            return "";
        }
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
