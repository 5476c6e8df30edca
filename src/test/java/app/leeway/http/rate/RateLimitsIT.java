package app.leeway.http.rate;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.AnotherServer;
import app.leeway.support.ApiAnswer;
import app.leeway.support.ApiClient;
import app.leeway.support.Nordlyst;
import app.leeway.support.RunningLeeway;
import java.io.InputStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server with limits, reached directly and by a proxy that it trusts. */
class RateLimitsIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int AT_ONCE = 20;
    private static final Duration ONE_MORE = Duration.ofSeconds(2);

    private static AnotherServer limited;

    private final Nordlyst nordlyst = Nordlyst.running();

    @BeforeAll
    static void start() {
        limited =
                AnotherServer.startedBeside(
                        RunningLeeway.shared(),
                        "limited-server",
                        Map.of(
                                "LEEWAY_RATE_PERSON", "1200/1m",
                                "LEEWAY_RATE_SEARCH", "20/40s,300/1h",
                                "LEEWAY_RATE_OPEN", "30/1h",
                                "LEEWAY_RATE_DOOR", "10/1h",
                                "LEEWAY_HTTP_HOST", "*",
                                "LEEWAY_PROXIES", "127\\.0\\.0\\.1"));
    }

    @AfterAll
    static void stop() {
        limited.close();
    }

    @Test
    void P16_whoever_walks_the_alphabet_is_stopped_soon() {
        ApiClient anna = nordlyst.as("anna", limited.url());
        Set<String> read = new HashSet<>();
        int answered = 0;
        long begun = System.nanoTime();
        ApiAnswer last = null;
        for (char first = 'a'; first <= 'z'; first++) {
            for (char second : "aeiouy".toCharArray()) {
                last = anna.get("/customers?q=" + first + second);
                if (last.status() == 200) {
                    answered++;
                    read.addAll(last.texts("items", "code"));
                } else {
                    assertThat(last.status()).isEqualTo(429);
                    assertThat(last.code()).isEqualTo("too-many-requests");
                    assertThat(last.headers().firstValueAsLong("Retry-After").orElse(0))
                            .isPositive();
                }
            }
        }
        long came = Duration.ofNanos(System.nanoTime() - begun).dividedBy(ONE_MORE);

        assertThat(answered).isBetween(AT_ONCE, AT_ONCE + (int) came + 1);
        assertThat(read.size()).isLessThanOrEqualTo(answered * 10);
        assertThat(nordlyst.as("gunnar", limited.url()).get("/customers?q=an").status())
                .as("somebody else")
                .isEqualTo(200);
        assertThat(anna.get("/me").status()).as("anything else").isEqualTo(200);
    }

    @Test
    void P16_reading_them_by_their_codes_is_the_same_to_the_limit() {
        ApiClient hedda = nordlyst.as("hedda", limited.url());
        int refused = 0;
        for (int i = 0; i < 100; i++) {
            refused += hedda.get("/customers/C-" + (1001 + i)).status() == 429 ? 1 : 0;
        }

        assertThat(refused).isPositive();
    }

    @Test
    void P15_false_tokens_are_tried_ten_times_from_one_address() throws Exception {
        URI me = URI.create("http://127.0.0.1:" + limited.url().getPort() + "/api/v1/me");
        for (int i = 0; i < 10; i++) {
            assertThat(falseToken(me, "198.51.100.7").statusCode()).isEqualTo(401);
        }

        HttpResponse<String> refused = falseToken(me, "198.51.100.7");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("too-many-requests", "requestId");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
        assertThat(falseToken(me, "198.51.100.8").statusCode()).as("elsewhere").isEqualTo(401);
    }

    @Test
    void P16_an_address_that_is_made_up_changes_nothing() throws Exception {
        URI me =
                URI.create(
                        "http://%s:%d/api/v1/me"
                                .formatted(ownAddress().getHostAddress(), limited.url().getPort()));
        for (int i = 0; i < 10; i++) {
            assertThat(falseToken(me, "198.51.100." + (100 + i)).statusCode()).isEqualTo(401);
        }

        assertThat(falseToken(me, "198.51.100.200").statusCode()).isEqualTo(429);
    }

    @Test
    void P15_what_is_open_to_all_is_limited_by_address_and_says_so_readably() throws Exception {
        HttpResponse<String> answer = tablet("198.51.100.9");
        for (int i = 0; i < 30 && answer.statusCode() == 200; i++) {
            answer = tablet("198.51.100.9");
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("text/html");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(answer.body()).contains("För många förfrågningar");
        assertThat(tablet("198.51.100.10").statusCode()).isEqualTo(200);
    }

    @Test
    void P15_one_listener_holds_four_streams_of_a_server() throws Exception {
        List<InputStream> open = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                HttpResponse<InputStream> stream = stream(() -> nordlyst.tokenOf("axel"));
                open.add(stream.body());
                assertThat(stream.statusCode()).isEqualTo(200);
            }

            HttpResponse<InputStream> fifth = stream(() -> nordlyst.tokenOf("axel"));
            assertThat(fifth.statusCode()).isEqualTo(429);
            assertThat(fifth.headers().firstValue("Retry-After")).hasValue("30");
            assertThat(new String(fifth.body().readAllBytes())).contains("too-many-streams");
            HttpResponse<InputStream> machine = stream(nordlyst::tokenOfMachine);
            open.add(machine.body());
            assertThat(machine.statusCode()).isEqualTo(200);
        } finally {
            for (InputStream stream : open) {
                stream.close();
            }
        }
    }

    private static HttpResponse<InputStream> stream(Supplier<String> token) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(limited.url().resolve("/api/v1/events"))
                        .header("Authorization", "Bearer " + token.get())
                        .header("Accept", "text/event-stream")
                        .build(),
                BodyHandlers.ofInputStream());
    }

    private static HttpResponse<String> falseToken(URI address, String from) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(address)
                        .header("Authorization", "Bearer of.bad.news")
                        .header("X-Forwarded-For", from)
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> tablet(String from) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + limited.url().getPort() + "/tap/"))
                        .header("X-Forwarded-For", from)
                        .header("Accept-Language", "sv")
                        .build(),
                BodyHandlers.ofString());
    }

    /** One of this machine that is not the trusted proxy's. */
    private static InetAddress ownAddress() throws Exception {
        Optional<InetAddress> own =
                NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .filter(address -> address instanceof Inet4Address)
                        .filter(address -> !address.isLoopbackAddress())
                        .findFirst();
        return own.orElseGet(() -> address("127.0.0.2")); // where nothing else leads out
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
