package app.leeway.loyalty;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Lines of UTF-8, one at a time, however many. A line without an end is cut: what is not read of it
 * is passed over. Bytes that are no UTF-8 become the replacement character.
 */
final class Lines implements Closeable {

    private static final int LONGEST = 16 * 1024;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final InputStream in;
    private long number;
    private long position;

    /**
     * @param in what follows the position, which is where a line begins
     * @param number of the line before; 0 for none
     */
    Lines(InputStream in, long position, long number) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.position = position;
        this.number = number;
    }

    /** Null at the end. */
    String next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        int next = in.read();
        if (next < 0) {
            return null;
        }
        number++;
        while (next >= 0 && next != '\n') {
            position++;
            if (line.size() < LONGEST) {
                line.write(next);
            }
            next = in.read();
        }
        if (next == '\n') {
            position++;
        }
        String text = line.toString(StandardCharsets.UTF_8);
        String whole = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        return number == 1 && whole.startsWith(BYTE_ORDER_MARK) ? whole.substring(1) : whole;
    }

    /** Of the line last read, from 1. */
    long number() {
        return number;
    }

    /** Where the next line begins, in bytes of the file. */
    long position() {
        return position;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
