package app.leeway.outgoing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;

/**
 * Makes the client of one call: it reaches one address whatever it is asked for, asks once, and
 * does nothing that an answer bids it.
 *
 * <p>Design notice: a client that served all calls would have to be told each time which address a
 * name stands for, and could keep something of one call for the next.
 */
final class PinnedClient {

    private static final List<Header> ALWAYS =
            List.of(
                    new BasicHeader("Connection", "close"),
                    new BasicHeader("Accept-Encoding", "identity"));

    private static final Http1Config HEAD_MOST =
            Http1Config.custom().setMaxLineLength(8 * 1024).setMaxHeaderCount(100).build();

    /** Takes nothing before the first line of an answer, which the library would skip. */
    private static final ManagedHttpClientConnectionFactory WIRE =
            ManagedHttpClientConnectionFactory.builder()
                    .http1Config(HEAD_MOST)
                    .responseParserFactory(new DefaultHttpResponseParserFactory(HEAD_MOST))
                    .build();

    /** Nobody signs in with what the server knows, or turns to another protocol. */
    private static final RequestConfig PLAINLY =
            RequestConfig.custom()
                    .setAuthenticationEnabled(false)
                    .setProtocolUpgradeEnabled(false)
                    .build();

    /** The one address, by whatever name. */
    private record Pinned(PublicAddress.Target target) implements DnsResolver {

        @Override
        public List<InetSocketAddress> resolve(String host, int port) {
            return List.of(new InetSocketAddress(target.at(), target.port()));
        }

        @Override
        public InetAddress[] resolve(String host) {
            return new InetAddress[] {target.at()};
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    private PinnedClient() {}

    /**
     * @param sockets what TLS is spoken with
     * @param headers of the request, beside those that every request has
     * @param patience for each single wait; who asks bounds all of them together
     */
    static CloseableHttpClient to(
            PublicAddress.Target target,
            SSLSocketFactory sockets,
            Map<String, String> headers,
            Duration patience) {
        List<Header> all = new ArrayList<>(ALWAYS);
        headers.forEach((name, value) -> all.add(new BasicHeader(name, value)));
        return HttpClientBuilder.create()
                .setConnectionManager(connection(target, sockets, patience))
                .setRoutePlanner(new DefaultRoutePlanner(null)) // no proxy, whatever Java knows
                .setDefaultRequestConfig(PLAINLY)
                .setDefaultHeaders(all)
                .setUserAgent("Leeway")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableContentCompression()
                .build();
    }

    private static HttpClientConnectionManager connection(
            PublicAddress.Target target, SSLSocketFactory sockets, Duration patience) {
        TlsSocketStrategy tls =
                (socket, name, port, how, context) -> encrypted(sockets, socket, name, port);
        BasicHttpClientConnectionManager one =
                BasicHttpClientConnectionManager.create(
                        null,
                        new Pinned(target),
                        RegistryBuilder.<TlsSocketStrategy>create().register("https", tls).build(),
                        WIRE);
        one.setConnectionConfig(
                ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(patience))
                        .setSocketTimeout(Timeout.of(patience))
                        .build());
        return one;
    }

    /** The certificate must be of the name, although the connection went to the address. */
    private static SSLSocket encrypted(
            SSLSocketFactory sockets, Socket socket, String name, int port) throws IOException {
        SSLSocket line = (SSLSocket) sockets.createSocket(socket, name, port, true);
        SSLParameters parameters = line.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        line.setSSLParameters(parameters);
        line.startHandshake();
        return line;
    }
}
