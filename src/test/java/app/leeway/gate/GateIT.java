package app.leeway.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.leeway.support.RawRequest;
import app.leeway.support.RunningLeeway;
import app.leeway.support.ServerInside;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody can do to the server who is not signed in, with whatever they send. */
class GateIT {

    private static final long MIB = 1024 * 1024;
    private static final long LARGE = 200 * MIB;
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static long heapBefore;
    private static long diskBefore;

    private final RunningLeeway leeway = RunningLeeway.shared();

    @BeforeAll
    static void look() {
        heapBefore = RunningLeeway.shared().inside().liveHeap();
        diskBefore = RunningLeeway.shared().inside().onDisk();
    }

    @AfterEach
    void theServerLives() throws Exception {
        assertThat(get("/health/live")).isEqualTo(200);
    }

    @AfterAll
    static void theServerIsAsBefore() {
        ServerInside inside = RunningLeeway.shared().inside();
        assertThat(inside.liveHeap()).isLessThan(heapBefore + 48 * MIB);
        assertThat(inside.onDisk()).isLessThan(diskBefore + 8 * MIB);
    }

    @ParameterizedTest
    @CsvSource({
        "/sign-out, 413, 413",
        "/index.xhtml, 413, 303",
        "/oidcclient/redirect/keycloak, 405, 405",
        "/oidcclient/backchannel_logout/keycloak, 413, 413"
    })
    void P15_a_form_of_200_megabytes_is_answered_and_leaves_nothing(
            String path, int declared, int inChunks) throws Exception {
        try (RawRequest request = request()) {
            request.say(head("POST", path) + FORM + "Content-Length: " + LARGE + "\r\n\r\n");
            assertThat(request.pour(LARGE).status()).isEqualTo(declared);
        }
        try (RawRequest request = request()) {
            request.say(head("POST", path) + FORM + "Transfer-Encoding: chunked\r\n\r\n");
            assertThat(request.pourInChunks(LARGE).status()).isEqualTo(inChunks);
        }
    }

    @Test
    void P15_a_body_larger_than_any_file_that_is_taken_is_refused_unread() throws Exception {
        try (RawRequest request = request()) {
            request.say(head("POST", "/sign-out") + FORM + "Content-Length: 3000000000\r\n\r\n");
            assertThat(request.status()).isEqualTo(413);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-out", "/oidcclient/backchannel_logout/keycloak"})
    void P15_a_form_that_is_small_only_as_long_as_it_is_packed_is_refused(String path)
            throws Exception {
        String packed = packed(30 * (int) MIB);
        assertThat(packed.length()).isLessThan(Doors.ANYBODY_MAX);

        try (RawRequest request = request()) {
            request.say(head("POST", path) + FORM + "Content-Encoding: gzip\r\n");
            request.say("Content-Length: " + packed.length() + "\r\n\r\n" + packed);
            assertThat(request.status()).isEqualTo(413);
        }
    }

    @Test
    void P15_hundreds_of_slow_bodies_keep_nobody_else_waiting() throws Exception {
        List<RawRequest> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                slow.add(request());
                slow.get(i)
                        .say(head("POST", "/oidcclient/backchannel_logout/keycloak") + FORM)
                        .say("Content-Length: 90\r\n\r\nlogout_token=");
            }
            assertThat(get("/tap/")).isEqualTo(200);
            assertThat(get("/api/v1/me")).isEqualTo(401);

            List<Integer> answers = new ArrayList<>();
            for (RawRequest one : slow) {
                answers.add(one.status());
            }
            assertThat(answers).containsOnly(503, 408);
            assertThat(answers).filteredOn(answer -> answer == 408).hasSizeBetween(1, 16);
        } finally {
            for (RawRequest one : slow) {
                one.close();
            }
        }
    }

    @Test
    void P15_hundreds_of_heads_that_never_end_keep_nobody_else_waiting() throws Exception {
        List<RawRequest> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 400; i++) {
                slow.add(request());
                slow.get(i).say("GET /tap/ HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
            }
            assertThat(get("/tap/")).isEqualTo(200);
            assertThat(get("/api/v1/me")).isEqualTo(401);
        } finally {
            for (RawRequest one : slow) {
                one.close();
            }
        }
    }

    @Test
    void P15_a_head_that_stops_coming_is_hung_up_on() throws Exception {
        try (RawRequest request = request()) {
            request.say("GET /tap/ HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
            assertThat(request.status()).isIn(0, 408);
        }
    }

    @Test
    void P15_thousands_of_requests_without_a_sign_in_leave_no_sessions() throws Exception {
        List<String> paths =
                List.of(
                        "/",
                        "/index.xhtml",
                        "/gesture/gestures.xhtml",
                        "/none",
                        "/tap/",
                        "/tap/none",
                        "/tap/sign-in",
                        "/resources/none.css",
                        "/failure",
                        "/api/v1/me",
                        "/oidcclient/redirect/keycloak");
        long before = sessions();

        for (int i = 0; i < 2_200; i++) {
            assertThat(get(paths.get(i % paths.size()))).isBetween(200, 499);
        }

        assertThat(sessions()).isLessThan(before + 10);
    }

    @Test
    void over_plain_http_the_server_does_not_change_to_http_2() throws Exception {
        try (RawRequest asking = request()) {
            asking.say(
                    head("GET", "/tap/")
                            + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n"
                            + "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n\r\n");
            assertThat(asking.head()).startsWith("HTTP/1.1 200");
        }
        try (RawRequest knowing = request()) {
            knowing.say("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0");
            assertThat(knowing.head()).doesNotContain("200").startsWith("HTTP/");
        }
    }

    static Stream<String> ambiguous() {
        return Stream.of(
                "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nno chunk\r\n0\r\n\r\n",
                "Host: elsewhere\r\nContent-Length: 0\r\n\r\n",
                "X-A: b\0c\r\nContent-Length: 0\r\n\r\n",
                "X A: b\r\nContent-Length: 0\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource("ambiguous")
    void what_two_could_read_in_two_ways_is_refused(String rest) throws Exception {
        try (RawRequest request = request()) {
            request.say(head("POST", "/sign-out") + FORM + rest);
            assertThat(request.status()).isIn(0, 400);
        }
    }

    @Test
    void only_suites_with_forward_secrecy_are_spoken() throws Exception {
        URI there = leeway.securely();
        List<String> spoken = new ArrayList<>();
        for (String suite : trusting().getSupportedSSLParameters().getCipherSuites()) {
            try (SSLSocket socket =
                    (SSLSocket)
                            trusting()
                                    .getSocketFactory()
                                    .createSocket(there.getHost(), there.getPort())) {
                socket.setEnabledCipherSuites(new String[] {suite});
                socket.startHandshake();
                spoken.add(suite);
            } catch (SSLHandshakeException | IllegalArgumentException refused) {
                assertThat(spoken).doesNotContain(suite);
            }
        }
        assertThat(spoken)
                .isNotEmpty()
                .allMatch(suite -> suite.matches("TLS_(ECDHE|AES|CHACHA).*"));
    }

    @Test
    void P15_over_tls_a_body_of_http_2_is_bounded_like_any_other() throws Exception {
        HttpClient second =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_2)
                        .sslContext(trusting())
                        .build();
        HttpRequest request =
                HttpRequest.newBuilder(leeway.securely().resolve("/sign-out"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Endless(8 * MIB)))
                        .build();

        HttpRequest small =
                HttpRequest.newBuilder(leeway.securely().resolve("/sign-out"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("to=tap"))
                        .build();

        HttpResponse<String> taken = second.send(small, BodyHandlers.ofString());
        HttpResponse<String> refused = second.send(request, BodyHandlers.ofString());

        assertThat(taken.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(taken.statusCode()).isEqualTo(303);
        assertThat(taken.headers().firstValue("Location")).contains("/tap/");
        assertThat(refused.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(refused.statusCode()).isEqualTo(413);
    }

    @Test
    void figures_are_for_no_other_site() throws Exception {
        try (RawRequest request = request()) {
            request.say(head("GET", "/metrics") + "Origin: https://elsewhere.example\r\n\r\n");
            assertThat(request.head())
                    .startsWith("HTTP/1.1 200")
                    .doesNotContainIgnoringCase("Access-Control");
        }
    }

    /** A percentile of each address and status would be kept until the server ends. */
    @Test
    void P15_figures_of_answers_take_no_room_that_grows_with_what_is_asked() throws Exception {
        assertThat(figures())
                .contains("http_server_request_duration_seconds_count")
                .doesNotContain("quantile=");
    }

    @Test
    void without_a_name_for_others_the_demo_listens_on_this_machine_alone() throws Exception {
        List<Integer> ports =
                List.of(
                        leeway.url().getPort(),
                        leeway.securely().getPort(),
                        URI.create(leeway.issuer()).getPort(),
                        URI.create(leeway.database().url().substring("jdbc:".length())).getPort());
        List<InetAddress> outside =
                NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .filter(address -> address instanceof Inet4Address)
                        .filter(address -> !address.isLoopbackAddress())
                        .toList();
        for (InetAddress address : outside) {
            for (int port : ports) {
                assertThatThrownBy(() -> new Socket(address, port).close())
                        .as(address + " " + port)
                        .isInstanceOf(ConnectException.class);
            }
        }
    }

    @Test
    void the_database_of_the_demo_wants_a_password() {
        assertThatThrownBy(
                        () ->
                                java.sql.DriverManager.getConnection(
                                        leeway.database().url(), "postgres", "guess"))
                .hasMessageContaining("password authentication failed");
        assertThatThrownBy(
                        () ->
                                java.sql.DriverManager.getConnection(
                                        leeway.database().url(), leeway.database().user(), ""))
                .hasMessageContaining("password");
    }

    private RawRequest request() throws IOException {
        return RawRequest.to(leeway.url().getPort());
    }

    private static String head(String method, String path) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n";
    }

    private int get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(leeway.url().resolve(path)).build();
        return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    }

    private long sessions() throws Exception {
        return Pattern.compile("^session_liveSessions\\{[^}]*\\} ([0-9.E]+)", Pattern.MULTILINE)
                .matcher(figures())
                .results()
                .map((MatchResult found) -> Double.parseDouble(found.group(1)))
                .mapToLong(Double::longValue)
                .sum();
    }

    private String figures() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(leeway.url().resolve("/metrics")).build();
        return HTTP.send(request, BodyHandlers.ofString()).body();
    }

    private static String packed(int size) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] some = new byte[64 * 1024];
            Arrays.fill(some, (byte) 'a');
            for (int done = 0; done < size; done += some.length) {
                gzip.write(some);
            }
        }
        return packed.toString(StandardCharsets.ISO_8859_1);
    }

    /** The server made its certificate itself. */
    private static javax.net.ssl.SSLContext trusting() throws Exception {
        javax.net.ssl.SSLContext context = javax.net.ssl.SSLContext.getInstance("TLS");
        context.init(null, new javax.net.ssl.TrustManager[] {new Trusting()}, null);
        return context;
    }

    private static final class Trusting extends javax.net.ssl.X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(
                java.security.cert.X509Certificate[] chain, String type, java.net.Socket at) {}

        @Override
        public void checkServerTrusted(
                java.security.cert.X509Certificate[] chain, String type, java.net.Socket at) {}

        @Override
        public void checkClientTrusted(
                java.security.cert.X509Certificate[] chain,
                String type,
                javax.net.ssl.SSLEngine at) {}

        @Override
        public void checkServerTrusted(
                java.security.cert.X509Certificate[] chain,
                String type,
                javax.net.ssl.SSLEngine at) {}

        @Override
        public void checkClientTrusted(java.security.cert.X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(java.security.cert.X509Certificate[] chain, String type) {}

        @Override
        public java.security.cert.X509Certificate[] getAcceptedIssuers() {
            return new java.security.cert.X509Certificate[0];
        }
    }

    /** As many bytes as wanted, none of them held. */
    private static final class Endless extends java.io.InputStream {

        private long left;

        Endless(long bytes) {
            this.left = bytes;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'a' : -1;
        }

        @Override
        public int read(byte[] to, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int some = (int) Math.min(left, length);
            Arrays.fill(to, offset, offset + some, (byte) 'a');
            left -= some;
            return some;
        }
    }
}
