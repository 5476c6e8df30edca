package app.leeway.http;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A body that goes on: whoever reads it has to stop by themselves. */
final class Endless extends InputStream {

    private static final long ENOUGH = 100_000_000;

    private final byte[] begin;
    private final byte[] again;
    private long served;

    Endless(String begin, String again) {
        this.begin = begin.getBytes(StandardCharsets.UTF_8);
        this.again = again.getBytes(StandardCharsets.UTF_8);
    }

    /** How many bytes have been read. */
    long served() {
        return served;
    }

    @Override
    public int read() {
        if (served > ENOUGH) {
            throw new AssertionError("it was read for ever");
        }
        long at = served++;
        return at < begin.length
                ? begin[(int) at]
                : again[(int) ((at - begin.length) % again.length)];
    }
}
