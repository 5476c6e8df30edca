package app.leeway.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a peer on this machine that answers whatever it is told to, byte by byte. */
class SafeHttpClientTest {

    private static final Duration SHORT = Duration.ofSeconds(1);

    /** For what comes through, however slow the machine is. */
    private static final Duration LONG = Duration.ofMinutes(2);

    private Peer peer;
    private final SafeHttpClient courier =
            new SafeHttpClient(
                    new PublicAddress(
                            host -> new InetAddress[] {InetAddress.getLoopbackAddress()}, true));

    @BeforeEach
    void listen() throws IOException {
        peer = new Peer();
    }

    @AfterEach
    void stop() throws IOException {
        peer.close();
    }

    @Test
    void it_brings_the_body_to_the_address_and_the_name_in_the_head() throws Exception {
        CompletableFuture<String> heard =
                peer.answering("HTTP/1.1 204 No Content\r\nX-Seen: yes\r\n\r\n");

        Reply reply = courier.post(peer.url("/a?b=c"), Map.of("X-One", "1"), "{}".getBytes(), LONG);

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.header("x-seen")).contains("yes");
        assertThat(heard.get())
                .startsWith("POST /a?b=c HTTP/1.1\r\nHost: peer.example:" + peer.port())
                .contains("Content-Length: 2\r\n", "X-One: 1\r\n")
                .endsWith("\r\n\r\n{}");
    }

    @Test
    void it_reads_what_comes_in_chunks_and_what_has_a_length() throws Exception {
        peer.answering(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
        assertThat(courier.get(peer.url("/"), Map.of(), 100, LONG).body())
                .asString()
                .isEqualTo("abcde");
        peer.answering("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcde");
        assertThat(courier.get(peer.url("/"), Map.of(), 3, LONG).body())
                .asString()
                .isEqualTo("abc");
        peer.answering("HTTP/1.1 200 OK\r\n\r\nuntil the end");
        assertThat(courier.get(peer.url("/"), Map.of(), 100, LONG).body())
                .asString()
                .isEqualTo("until the end");
    }

    @Test
    void it_takes_no_more_than_is_wanted() throws Exception {
        for (String tooMuch :
                new String[] {
                    "Content-Length: 20000000\r\n\r\n",
                    "\r\n" + "x".repeat(11),
                    "Transfer-Encoding: chunked\r\n\r\n7\r\nabcdefg\r\n7\r\n",
                    "Transfer-Encoding: chunked\r\n\r\nffffffff\r\n",
                    "X: " + "y".repeat(40_000) + "\r\n\r\n",
                    "X: y\r\n".repeat(101) + "\r\n"
                }) {
            peer.answering("HTTP/1.1 200 OK\r\n" + tooMuch);
            assertThatThrownBy(() -> courier.get(peer.url("/"), Map.of(), 10, LONG))
                    .as(tooMuch.substring(0, 7))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void it_awaits_no_body_in_answer_to_what_it_brought() throws Exception {
        peer.beginning("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\nno more than this");

        assertThat(courier.post(peer.url("/"), Map.of(), new byte[0], LONG).status())
                .isEqualTo(200);
    }

    @Test
    void a_redirect_is_an_answer_and_is_not_followed() throws Exception {
        peer.answering("HTTP/1.1 302 Found\r\nLocation: http://10.0.0.1/\r\n\r\n");

        assertThat(courier.post(peer.url("/"), Map.of(), new byte[0], LONG).status())
                .isEqualTo(302);
    }

    @Test
    void P5_a_peer_that_says_nothing_costs_no_more_than_our_patience() throws Exception {
        peer.answering("HTTP/1.1 204 No Content\r\n\r\n");
        courier.post(peer.url("/"), Map.of(), new byte[0], LONG); // what a first call loads
        long from = System.nanoTime();

        assertThatThrownBy(() -> courier.post(peer.url("/"), Map.of(), new byte[0], SHORT))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("within 1 seconds");
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(SHORT.multipliedBy(4));
    }

    @Test
    void P5_a_peer_that_never_comes_to_its_answer_costs_no_more_than_our_patience() {
        peer.repeating("HTTP/1.1 102 Processing\r\n\r\n");

        assertThatThrownBy(() -> courier.post(peer.url("/"), Map.of(), new byte[0], SHORT))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("within 1 seconds");
    }

    @Test
    void P5_a_peer_that_drips_its_answer_costs_no_more_than_our_patience() {
        for (String begun :
                new String[] {
                    "HTTP/1.1 200 OK\r\nX: ", "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n"
                }) {
            peer.dripping(begun);
            assertThatThrownBy(() -> courier.get(peer.url("/"), Map.of(), 1_000_000, SHORT))
                    .as(begun)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("within 1 seconds");
        }
    }

    @Test
    void who_is_interrupted_is_served_and_stays_interrupted() throws Exception {
        peer.answering("HTTP/1.1 204 No Content\r\n\r\n");

        Thread.currentThread().interrupt();
        Reply reply = courier.get(peer.url("/"), Map.of(), 10, LONG);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(reply.status()).isEqualTo(204);
    }

    @Test
    void what_is_not_http_is_no_answer() throws Exception {
        peer.answering("SSH-2.0-OpenSSH_9.2\r\n\r\n");

        assertThatThrownBy(() -> courier.post(peer.url("/"), Map.of(), new byte[0], LONG))
                .isInstanceOf(IOException.class)
                .hasMessage("what was answered is not HTTP");
    }
}
