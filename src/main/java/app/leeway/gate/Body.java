package app.leeway.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * What a request brings, read once, whole, when somebody first asks for it.
 *
 * <p>Design notice: the server itself would take whatever it is sent, for as long as it is being
 * sent. Counting what comes out of its stream holds for every way a body can come: with a length or
 * in chunks, packed, by HTTP/2.
 */
final class Body {

    /** From the first byte that is asked for to the last. */
    static final Duration TIME = Duration.ofSeconds(15);

    private final HttpServletRequest request;
    private final int most;
    private final Semaphore places;
    private byte[] bytes;
    private RefusedBodyException refused;

    /**
     * @param most bytes
     * @param places how many may be waited for at the same time
     */
    Body(HttpServletRequest request, int most, Semaphore places) {
        this.request = request;
        this.most = most;
        this.places = places;
    }

    /**
     * All of it.
     *
     * @throws RefusedBodyException when it is too large, too slow, unreadable, or there are too
     *     many already
     */
    byte[] bytes() {
        if (refused != null) {
            throw refused;
        }
        if (bytes == null) {
            try {
                bytes = inTurn();
            } catch (SocketTimeoutException e) {
                throw refused(new RefusedBodyException(HttpServletResponse.SC_REQUEST_TIMEOUT));
            } catch (IOException e) { // no chunks, not packed as it says, or cut off
                throw refused(new RefusedBodyException(HttpServletResponse.SC_BAD_REQUEST));
            } catch (RefusedBodyException e) {
                throw refused(e);
            }
        }
        return bytes;
    }

    /** What is made of it; a refusal by those who make it is one of the body. */
    <T> T taking(Supplier<T> making) {
        try {
            return making.get();
        } catch (RefusedBodyException e) {
            throw refused(e);
        }
    }

    /** The status of the refusal, when there was one. */
    OptionalInt refusal() {
        return refused == null ? OptionalInt.empty() : OptionalInt.of(refused.status());
    }

    private RefusedBodyException refused(RefusedBodyException refusal) {
        refused = refusal;
        return refusal;
    }

    private byte[] inTurn() throws IOException {
        if (!places.tryAcquire()) {
            throw new RefusedBodyException(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
        try {
            return all();
        } finally {
            places.release();
        }
    }

    private byte[] all() throws IOException {
        long end = System.nanoTime() + TIME.toNanos();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] some = new byte[8192];
        InputStream in = request.getInputStream();
        for (int read = in.read(some); read >= 0; read = in.read(some)) {
            all.write(some, 0, read);
            if (all.size() > most) {
                throw new RefusedBodyException(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            }
            if (System.nanoTime() - end > 0) {
                throw new RefusedBodyException(HttpServletResponse.SC_REQUEST_TIMEOUT);
            }
        }
        return all.toByteArray();
    }
}
