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

/**
 * Refuses bodies over 64 KiB, or over what the method says with {@link AtMost}: by their declared
 * length before a byte is read, and those that declare none (chunked) at the first byte too many.
 */
@Provider
public class BodyLimit implements ContainerRequestFilter {

    static final long BYTES = 64 * 1024;

    @Context ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        AtMost larger = resource.getResourceMethod().getAnnotation(AtMost.class);
        long most = larger == null ? BYTES : larger.value();
        if (declared(request) > most) {
            throw tooLarge(most);
        }
        request.setEntityStream(new Limited(request.getEntityStream(), most));
    }

    private static long declared(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length.trim());
    }

    private static UnfitRequestException tooLarge(long most) {
        return new UnfitRequestException(
                413, "too-large", "the body has more than " + most + " bytes");
    }

    /** A stream that ends in a refusal when more comes than may. */
    private static final class Limited extends FilterInputStream {

        private final long most;
        private long read;

        Limited(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            count(Math.max(count, 0));
            return count;
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
        }
    }
}
