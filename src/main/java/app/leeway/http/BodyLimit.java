package app.leeway.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Refuses bodies over 64 KiB, or over what the method says with {@link MaxBodySize}: by their
 * declared length before a byte is read, and those that declare none (chunked) at the first byte
 * too many. Whoever is waited for longer than their bytes are worth is refused as well.
 */
@Provider
public class BodyLimit implements ContainerRequestFilter {

    private static final List<String> KNOWN = List.of("gzip", "identity");
    static final long BYTES = 64 * 1024;

    @Context ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        MaxBodySize larger = resource.getResourceMethod().getAnnotation(MaxBodySize.class);
        long most = larger == null ? BYTES : larger.value();
        if (declared(request.getHeaderString(HttpHeaders.CONTENT_LENGTH)) > most) {
            throw tooLarge(most);
        }
        String packing = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        refuseOtherPacking(packing);
        request.setEntityStream(
                new Limited(request.getEntityStream(), most, packing != null, System::nanoTime));
    }

    /** What is packed with gzip has been unpacked by the server, and counts as it comes out. */
    private static void refuseOtherPacking(String packing) {
        if (packing != null && !packing.isBlank() && !KNOWN.contains(packing.strip())) {
            throw new BadRequestException(
                    415, "unknown-encoding", "a body may be packed with gzip only");
        }
    }

    /**
     * What the header says; said twice alike it counts as once, as RFC 9110 8.6 lets it. A request
     * that is upgraded to HTTP/2 arrives so.
     *
     * @param length may be null
     */
    static long declared(String length) {
        if (length == null) {
            return 0;
        }
        List<String> said = Arrays.stream(length.split(",")).map(String::trim).distinct().toList();
        if (said.size() != 1 || !said.get(0).matches("\\d{1,18}")) {
            throw new BadRequestException(
                    400, "unreadable-length", "Content-Length must be one whole number");
        }
        return Long.parseLong(said.get(0));
    }

    private static BadRequestException tooLarge(long most) {
        return new BadRequestException(
                413, "too-large", "the body has more than " + most + " bytes");
    }

    private static BadRequestException tooSlow() {
        return new BadRequestException(408, "too-slow", "the body does not come fast enough");
    }

    /** A stream that ends in a refusal when more comes than may. */
    static final class Limited extends FilterInputStream {

        /** For a body of a few bytes from a tablet with hardly any network. */
        private static final long WAIT_NANOS = 20_000_000_000L;

        private static final long NANOS_PER_BYTE = 1_000_000_000L / (16 * 1024);

        private final LongSupplier nanos;
        private final long most;
        private final boolean packed;
        private long read;
        private long waited;

        /**
         * @param nanos a clock that only ever goes on
         */
        Limited(InputStream in, long most, boolean packed, LongSupplier nanos) {
            super(in);
            this.nanos = nanos;
            this.most = most;
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                long from = nanos.getAsLong();
                int count = super.read(bytes, offset, length);
                waited += nanos.getAsLong() - from;
                count(Math.max(count, 0));
                return count;
            } catch (SocketTimeoutException e) {
                throw tooSlow();
            } catch (IOException e) {
                if (packed) {
                    throw new BadRequestException(
                            400, "not-gzip", "the body cannot be unpacked as gzip");
                }
                throw e;
            }
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = super.skip(bytes);
            count(skipped);
            return skipped;
        }

        private void count(long more) {
            read += more;
            if (read > most) {
                throw tooLarge(most);
            }
            if (waited > WAIT_NANOS + read * NANOS_PER_BYTE) {
                throw tooSlow();
            }
        }
    }
}
