package app.leeway.http;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A large body that is made while it is sent; {@code <n>} in what comes again is its number. */
final class Generated extends InputStream {

    private final String again;
    private final String end;
    private final long least;
    private byte[] part;
    private int at;
    private long served;
    private int number;
    private boolean ended;

    /**
     * @param least in bytes; then it ends as soon as it can
     */
    Generated(String begin, String again, String end, long least) {
        this.again = again;
        this.end = end;
        this.least = least;
        this.part = bytes(begin);
    }

    @Override
    public int read() {
        while (at == part.length) {
            if (ended) {
                return -1;
            }
            served += part.length;
            at = 0;
            ended = served >= least;
            part = bytes(ended ? end : again.replace("<n>", String.valueOf(number++)));
        }
        return part[at++] & 0xff;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
