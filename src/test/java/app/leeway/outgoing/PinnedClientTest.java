package app.leeway.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the client of one call leaves alone, although the library could do it. */
class PinnedClientTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Peer peer;
    private final AtomicInteger asked = new AtomicInteger();
    private final SafeHttpClient courier =
            new SafeHttpClient(new PublicAddress(this::onlyOnce, true));

    private InetAddress[] onlyOnce(String name) throws UnknownHostException {
        if (asked.incrementAndGet() > 1) {
            throw new UnknownHostException("the second time it leads elsewhere");
        }
        return new InetAddress[] {InetAddress.getLoopbackAddress()};
    }

    @BeforeEach
    void listen() throws IOException {
        peer = new Peer();
    }

    @AfterEach
    void stop() throws IOException {
        peer.close();
    }

    @Test
    void what_was_judged_is_not_looked_up_again() throws Exception {
        for (String host : List.of("peer.example", "127.0.0.1", "[::1]")) {
            asked.set(0);
            CompletableFuture<String> heard = peer.answering("HTTP/1.1 204 No Content\r\n\r\n");

            assertThat(get("http://" + host + ":" + peer.port() + "/").status()).isEqualTo(204);
            assertThat(heard.get()).contains("\r\nHost: " + host + ":" + peer.port() + "\r\n");
        }
    }

    @Test
    void the_path_is_sent_as_it_was_typed() throws Exception {
        for (String path : List.of("/", "//a", "/a//b/../c", "/a%2Fb%c3%a5?", "/?q=%20+&q=a/b")) {
            asked.set(0);
            CompletableFuture<String> heard = peer.answering("HTTP/1.1 204 No Content\r\n\r\n");

            get(peer.url(path));
            assertThat(heard.get()).startsWith("GET " + path + " HTTP/1.1\r\n");
        }
    }

    @Test
    void a_request_says_who_asks_and_that_it_wants_one_plain_answer() throws Exception {
        CompletableFuture<String> heard = peer.answering("HTTP/1.1 204 No Content\r\n\r\n");

        courier.get(peer.url("/"), Map.of("Accept", "text/calendar"), 100, PATIENCE);

        assertThat(heard.get().lines().skip(2))
                .containsExactlyInAnyOrder(
                        "Connection: close",
                        "Accept-Encoding: identity",
                        "Accept: text/calendar",
                        "User-Agent: Leeway",
                        "");
    }

    @Test
    void what_comes_packed_is_not_unpacked() throws Exception {
        peer.answering("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nnot gzip at all");

        assertThat(get(peer.url("/")).body()).asString().isEqualTo("not gzip at all");
    }

    @Test
    void what_an_answer_bids_is_not_done() throws Exception {
        for (String status :
                List.of(
                        "401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"all\"",
                        "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"p\"",
                        "308 Permanent Redirect\r\nLocation: /elsewhere",
                        "503 Service Unavailable\r\nRetry-After: 0",
                        "200 OK\r\nSet-Cookie: a=b; Path=/")) {
            asked.set(0);
            CompletableFuture<String> heard = peer.answering("HTTP/1.1 " + status + "\r\n\r\n");

            assertThat(get(peer.url("/")).status()).isEqualTo(Integer.parseInt(status, 0, 3, 10));
            assertThat(heard.get()).doesNotContain("Cookie", "Authorization");
        }
    }

    @Test
    void a_proxy_that_java_knows_is_not_asked() throws Exception {
        ProxySelector usual = ProxySelector.getDefault();
        ProxySelector.setDefault(new Elsewhere());
        try {
            peer.answering("HTTP/1.1 204 No Content\r\n\r\n");

            assertThat(get(peer.url("/")).status()).isEqualTo(204);
        } finally {
            ProxySelector.setDefault(usual);
        }
    }

    private Reply get(String url) throws IOException {
        return courier.get(url, Map.of(), 100, PATIENCE);
    }

    /** Sends whatever is HTTP to a proxy that does not exist. */
    private static final class Elsewhere extends ProxySelector {

        @Override
        public List<Proxy> select(URI uri) {
            return uri.getScheme().startsWith("http")
                    ? List.of(
                            new Proxy(
                                    Proxy.Type.HTTP,
                                    InetSocketAddress.createUnresolved("proxy.invalid", 1)))
                    : List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress proxy, IOException problem) {
            throw new AssertionError(problem);
        }
    }
}
