package app.leeway.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a peer on this machine that answers whatever it is told to, byte by byte. */
class SafeHttpClientTest {

    private static final Duration SHORT = Duration.ofSeconds(1);

    private ServerSocket peer;
    private final SafeHttpClient courier =
            new SafeHttpClient(
                    new PublicAddress(
                            host -> new InetAddress[] {InetAddress.getLoopbackAddress()}, true));

    @BeforeEach
    void listen() throws IOException {
        peer = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        peer.close();
    }

    @Test
    void it_brings_the_body_to_the_address_and_the_name_in_the_head() throws Exception {
        CompletableFuture<String> heard =
                answering("HTTP/1.1 204 No Content\r\nX-Seen: yes\r\n\r\n");

        Reply reply = courier.post(url("/a?b=c"), Map.of("X-One", "1"), "{}".getBytes(), SHORT);

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.header("x-seen")).contains("yes");
        assertThat(heard.get())
                .startsWith("POST /a?b=c HTTP/1.1\r\nHost: peer.example:" + peer.getLocalPort())
                .contains("Content-Length: 2\r\n", "X-One: 1\r\n")
                .endsWith("\r\n\r\n{}");
    }

    @Test
    void it_reads_what_comes_in_chunks_and_what_has_a_length() throws Exception {
        answering(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
        assertThat(courier.get(url("/"), Map.of(), 100, SHORT).body())
                .asString()
                .isEqualTo("abcde");
        answering("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcde");
        assertThat(courier.get(url("/"), Map.of(), 100, SHORT).body()).asString().isEqualTo("abc");
        answering("HTTP/1.1 200 OK\r\n\r\nuntil the end");
        assertThat(courier.get(url("/"), Map.of(), 100, SHORT).body())
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
                    "X: " + "y".repeat(40_000) + "\r\n\r\n"
                }) {
            answering("HTTP/1.1 200 OK\r\n" + tooMuch);
            assertThatThrownBy(() -> courier.get(url("/"), Map.of(), 10, SHORT))
                    .as(tooMuch.substring(0, 7))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_redirect_is_an_answer_and_is_not_followed() throws Exception {
        answering("HTTP/1.1 302 Found\r\nLocation: http://10.0.0.1/\r\n\r\n");

        assertThat(courier.post(url("/"), Map.of(), new byte[0], SHORT).status()).isEqualTo(302);
    }

    @Test
    void P5_a_peer_that_says_nothing_costs_no_more_than_our_patience() throws Exception {
        long from = System.nanoTime();

        assertThatThrownBy(() -> courier.post(url("/"), Map.of(), new byte[0], SHORT))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("within 1 seconds");
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(SHORT.multipliedBy(4));
    }

    @Test
    void what_is_not_http_is_no_answer() throws Exception {
        answering("SSH-2.0-OpenSSH_9.2\r\n\r\n");

        assertThatThrownBy(() -> courier.post(url("/"), Map.of(), new byte[0], SHORT))
                .isInstanceOf(IOException.class);
    }

    private String url(String path) {
        return "http://peer.example:" + peer.getLocalPort() + path;
    }

    /** Answers the next request so, and tells what it heard. */
    private CompletableFuture<String> answering(String answer) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try (Socket socket = peer.accept()) {
                        String heard = heard(socket.getInputStream());
                        socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                        return heard;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static String heard(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        int at = head.indexOf("Content-Length: ");
        int length =
                at < 0 ? 0 : Integer.parseInt(head.substring(at + 16, head.indexOf("\r\n", at)));
        return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
