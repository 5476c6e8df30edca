package app.leeway.outgoing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;

/**
 * Carries something to an address that somebody typed, or fetches something from there: once, over
 * a connection of its own, to exactly the address that was judged. Redirects are answers like any
 * other; whoever asks decides, and nobody here follows them.
 *
 * <p>Design notice: a client that asks again for itself which address a name stands for may be led
 * elsewhere between the judgement and the connection; {@link PinnedClient} knows one address only.
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
        PublicAddress.Target target = addresses.of(url);
        HttpPost request = new HttpPost(target.url());
        request.setEntity(new ByteArrayEntity(body, null));
        return exchange(target, request, headers, 0, patience);
    }

    /**
     * @param bytesMost of the answer; one that is longer is an error
     * @param patience for all of it
     * @throws NotPublicException when nothing may be fetched from there
     * @throws IOException when it did not come through in time
     */
    public Reply get(String url, Map<String, String> headers, int bytesMost, Duration patience)
            throws IOException {
        PublicAddress.Target target = addresses.of(url);
        return exchange(target, new HttpGet(target.url()), headers, bytesMost, patience);
    }

    /**
     * Each wait is bounded, and so are all of them together, because a peer that drips its answer
     * lets no single wait run out. Whichever bound is met first, the refusal is the same.
     */
    private Reply exchange(
            PublicAddress.Target target,
            HttpUriRequestBase request,
            Map<String, String> headers,
            int bytesMost,
            Duration patience)
            throws IOException {
        CompletableFuture<Void> end = new CompletableFuture<>();
        end.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((done, late) -> request.cancel());
        CloseableHttpClient client = PinnedClient.to(target, sockets(), headers, patience);
        try {
            return Reply.of(client.executeOpen(null, request, null), bytesMost);
        } catch (IOException | RuntimeException e) {
            if (end.isCompletedExceptionally() || e instanceof SocketTimeoutException) {
                throw new IOException("no answer within " + patience.toSeconds() + " seconds", e);
            }
            if (e instanceof ClientProtocolException) {
                throw new IOException("what was answered is not HTTP", e);
            }
            throw e;
        } finally {
            end.complete(null);
            // With a farewell it would wait for the peer, and read what nobody wants.
            client.close(CloseMode.IMMEDIATE);
        }
    }

    private SSLSocketFactory sockets() {
        return sockets == null ? (SSLSocketFactory) SSLSocketFactory.getDefault() : sockets;
    }
}
