package app.leeway.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over TLS the connection goes to the address, and the certificate must be of the name. */
class SafeHttpClientTlsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir Path folder;

    private SSLContext context;
    private SSLServerSocket peer;
    private final SafeHttpClient courier =
            new SafeHttpClient(
                    new PublicAddress(
                            host -> new InetAddress[] {InetAddress.getLoopbackAddress()}, true));

    @BeforeEach
    void listenWithACertificateOfItsName() throws Exception {
        Path store = folder.resolve("peer.p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "peer",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=peer.example",
                                "-ext",
                                "SAN=dns:peer.example",
                                "-keystore",
                                store.toString(),
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                new String(PASSWORD))
                        .redirectErrorStream(true)
                        .start();
        assertThat(keytool.waitFor()).isZero();
        context = context(store);
        peer =
                (SSLServerSocket)
                        context.getServerSocketFactory()
                                .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        peer.close();
    }

    @Test
    void a_peer_whose_certificate_is_trusted_and_of_its_name_is_reached() throws Exception {
        courier.sockets = context.getSocketFactory();
        CompletableFuture<String> asked = answering();

        Reply reply = courier.post(url("peer.example"), Map.of(), "{}".getBytes(), PATIENCE);

        assertThat(reply.status()).isEqualTo(204);
        assertThat(asked.get()).as("the name in the handshake").contains("peer.example");
    }

    @Test
    void a_certificate_of_another_name_is_refused() {
        courier.sockets = context.getSocketFactory();
        answering();

        assertThatThrownBy(
                        () -> courier.post(url("other.example"), Map.of(), new byte[0], PATIENCE))
                .isInstanceOf(SSLException.class);
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_refused() {
        answering();

        assertThatThrownBy(() -> courier.post(url("peer.example"), Map.of(), new byte[0], PATIENCE))
                .isInstanceOf(SSLException.class);
    }

    @Test
    void P5_a_peer_that_says_nothing_in_the_handshake_costs_no_more_than_our_patience()
            throws Exception {
        try (Peer silent = new Peer()) {
            String url = silent.url("/").replace("http:", "https:");
            assertThatThrownBy(
                            () -> courier.post(url, Map.of(), new byte[0], Duration.ofSeconds(1)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("within 1 seconds");
        }
    }

    private String url(String host) {
        return "https://" + host + ":" + peer.getLocalPort() + "/";
    }

    /** Answers once, and tells which name it was asked for in the handshake. */
    private CompletableFuture<String> answering() {
        return CompletableFuture.supplyAsync(
                () -> {
                    try (SSLSocket socket = (SSLSocket) peer.accept()) {
                        InputStream in = socket.getInputStream();
                        StringBuilder head = new StringBuilder();
                        for (int next = in.read(); next >= 0; next = in.read()) {
                            head.append((char) next);
                            if (head.indexOf("\r\n\r\n{}") > 0) {
                                break;
                            }
                        }
                        socket.getOutputStream()
                                .write(
                                        "HTTP/1.1 204 No Content\r\n\r\n"
                                                .getBytes(StandardCharsets.US_ASCII));
                        return ((javax.net.ssl.ExtendedSSLSession) socket.getSession())
                                .getRequestedServerNames()
                                .toString();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static SSLContext context(Path file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
