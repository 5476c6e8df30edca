package app.leeway.customer;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The text of a file in UTF-8, a little of it in memory at a time. A byte order mark is no part of
 * it; what is no UTF-8, or more than may be, ends it with an {@link UnfitTextException}.
 */
final class Utf8Text extends Reader {

    private static final int BYTES = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private final long bytesMax;
    private final CharsetDecoder decoder =
            StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(BYTES).flip();
    private final CharBuffer text = CharBuffer.allocate(BYTES).flip();
    private long read;
    private long line = 1;
    private boolean begun;
    private boolean ended;

    /** Why a text cannot be read, and where. */
    static final class UnfitTextException extends IOException {

        private static final long serialVersionUID = 1L;

        private final long line;

        UnfitTextException(String complaint, long line) {
            super(complaint);
            this.line = line;
        }

        /** The key of a {@link app.leeway.shared.Complaint}. */
        String complaint() {
            return getMessage();
        }

        long line() {
            return line;
        }
    }

    /**
     * @param in not closed here
     */
    Utf8Text(InputStream in, long bytesMax) {
        this.in = in;
        this.bytesMax = bytesMax;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        while (!text.hasRemaining()) {
            if (ended && !bytes.hasRemaining()) {
                return -1;
            }
            decodeMore();
        }
        int some = Math.min(length, text.remaining());
        text.get(into, offset, some);
        return some;
    }

    private void decodeMore() throws IOException {
        fetchMore();
        CoderResult result = decoder.decode(bytes, text.clear(), ended);
        text.flip();
        line += text.chars().filter(c -> c == '\n').count();
        if (result.isError()) {
            throw new UnfitTextException("not-utf-8", line);
        }
        if (!begun && text.hasRemaining()) {
            begun = true;
            if (text.get(0) == BYTE_ORDER_MARK) {
                text.position(1);
            }
        }
    }

    private void fetchMore() throws IOException {
        bytes.compact();
        int more = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = more < 0;
        bytes.position(bytes.position() + Math.max(more, 0)).flip();
        read += Math.max(more, 0);
        if (read > bytesMax) {
            throw new UnfitTextException("too-large.customers", 1);
        }
    }

    @Override
    public void close() {
        text.limit(0); // the stream is the caller's
        bytes.limit(0);
        ended = true;
    }
}
