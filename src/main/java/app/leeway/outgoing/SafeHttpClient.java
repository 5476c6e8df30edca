package app.leeway.outgoing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Carries something to an address that somebody typed, or fetches something from there: once, over
 * a connection of its own, to exactly the address that was judged. Redirects are answers like any
 * other; whoever asks decides, and nobody here follows them.
 *
 * <p>Design notice: no client of the platform lets its caller say which address a name stands for,
 * and one that asks again for itself may be led elsewhere between the judgement and the connection.
 */
@ApplicationScoped
public class SafeHttpClient {

    @Inject PublicAddress addresses;

    /** Null: the server's own. */
    SSLSocketFactory sockets;

    public SafeHttpClient() {}

    public SafeHttpClient(PublicAddress addresses) {
        this.addresses = addresses;
    }

    /**
     * Nothing of the body of the answer is read.
     *
     * @param patience for all of it, from the connection to the end of the head of the answer
     * @throws NotPublicException when nothing may be sent there
     * @throws IOException when it did not come through in time
     */
    public Reply post(String url, Map<String, String> headers, byte[] body, Duration patience)
            throws IOException {
        return exchange("POST", url, headers, body, 0, patience);
    }

    /**
     * @param bytesMost of the answer; one that is longer is an error
     * @param patience for all of it
     * @throws NotPublicException when nothing may be fetched from there
     * @throws IOException when it did not come through in time
     */
    public Reply get(String url, Map<String, String> headers, int bytesMost, Duration patience)
            throws IOException {
        return exchange("GET", url, headers, new byte[0], bytesMost, patience);
    }

    private Reply exchange(
            String method,
            String url,
            Map<String, String> headers,
            byte[] body,
            int bytesMost,
            Duration patience)
            throws IOException {
        PublicAddress.Target target = addresses.of(url);
        CompletableFuture<Void> end = new CompletableFuture<>();
        try (Socket socket = new Socket()) {
            end.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .whenComplete((done, late) -> close(socket, late));
            socket.connect(
                    new InetSocketAddress(target.at(), target.port()), (int) patience.toMillis());
            socket.setSoTimeout((int) patience.toMillis());
            Socket line = target.isEncrypted() ? encrypted(socket, target) : socket;
            OutputStream out = line.getOutputStream();
            out.write(head(method, target, headers, body.length));
            out.write(body);
            out.flush();
            return new ReplyReader(new BufferedInputStream(line.getInputStream()), bytesMost)
                    .read();
        } catch (IOException e) {
            throw end.isCompletedExceptionally()
                    ? new IOException("no answer within " + patience.toSeconds() + " seconds", e)
                    : e;
        } finally {
            end.complete(null);
        }
    }

    /** Cuts a connection whose time is over, whatever it is waiting for. */
    private static void close(Socket socket, Throwable late) {
        if (late == null) {
            return;
        }
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The certificate must be of the name, although the connection went to the address. */
    private Socket encrypted(Socket socket, PublicAddress.Target target) throws IOException {
        SSLSocketFactory factory =
                sockets == null ? (SSLSocketFactory) SSLSocketFactory.getDefault() : sockets;
        SSLSocket line =
                (SSLSocket)
                        factory.createSocket(socket, target.url().getHost(), target.port(), true);
        SSLParameters parameters = line.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        line.setSSLParameters(parameters);
        line.startHandshake();
        return line;
    }

    private static byte[] head(
            String method, PublicAddress.Target target, Map<String, String> headers, int length) {
        String path = target.url().getRawPath();
        String query = target.url().getRawQuery();
        StringBuilder head =
                new StringBuilder(method)
                        .append(' ')
                        .append(path == null || path.isEmpty() ? "/" : path)
                        .append(query == null ? "" : "?" + query)
                        .append(" HTTP/1.1\r\nHost: ")
                        .append(target.url().getRawAuthority())
                        .append("\r\nConnection: close\r\nUser-Agent: Leeway\r\n")
                        .append("Accept-Encoding: identity\r\n");
        if (method.equals("POST")) {
            head.append("Content-Length: ").append(length).append("\r\n");
        }
        headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
