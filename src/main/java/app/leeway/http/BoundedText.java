package app.leeway.http;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * JSON text on its way to a parser, which keeps each text and each number whole before it hands
 * them on: one that is longer than anything that is read here ends the reading.
 */
final class BoundedText extends FilterReader {

    /**
     * As it is written, escapes included. No body of the usual length holds a longer one, so that
     * it is refused for its length.
     */
    static final int TEXT_MAX = (int) BodyLimit.BYTES;

    /** Of a number, its sign, point and exponent included. */
    static final int DIGITS_MAX = 100;

    private boolean inText;
    private boolean escaped;
    private int length;

    BoundedText(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] text, int offset, int most) throws IOException {
        int count = super.read(text, offset, most);
        for (int i = offset; i < offset + count; i++) {
            if (inText) {
                withinText(text[i]);
            } else {
                betweenTexts(text[i]);
            }
        }
        return count;
    }

    private void withinText(char c) {
        if (c == '"' && !escaped) {
            inText = false;
            length = 0;
        } else if (++length > TEXT_MAX) {
            throw StrictJson.malformed("a text has more than " + TEXT_MAX + " characters");
        }
        escaped = c == '\\' && !escaped;
    }

    private void betweenTexts(char c) {
        if (c == '"') {
            inText = true;
            escaped = false;
            length = 0;
        } else if (c <= ' ' || ",:[]{}".indexOf(c) >= 0) {
            length = 0;
        } else if (++length > DIGITS_MAX) {
            throw StrictJson.malformed("a number has more than " + DIGITS_MAX + " digits");
        }
    }
}
