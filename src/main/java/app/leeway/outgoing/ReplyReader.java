package app.leeway.outgoing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one answer of HTTP/1.1, never more of it than is wanted. */
final class ReplyReader {

    private static final int HEAD_BYTES_MOST = 32 * 1024;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");

    private final InputStream in;
    private final int bytesMost;
    private final Map<String, String> headers = new HashMap<>();
    private int headBytes;

    /**
     * @param bytesMost of the body; what is longer is an error, and 0 reads none of it
     */
    ReplyReader(InputStream in, int bytesMost) {
        this.in = in;
        this.bytesMost = bytesMost;
    }

    Reply read() throws IOException {
        int status = status();
        while (status >= 100 && status < 200) {
            readHeaders();
            headers.clear();
            status = status();
        }
        readHeaders();
        boolean isEmpty = bytesMost == 0 || status == 204 || status == 304;
        return new Reply(status, Map.copyOf(headers), isEmpty ? new byte[0] : body());
    }

    private int status() throws IOException {
        Matcher line = STATUS.matcher(line());
        if (!line.matches()) {
            throw new IOException("what was answered is not HTTP");
        }
        return Integer.parseInt(line.group(1));
    }

    private void readHeaders() throws IOException {
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).trim());
            }
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the answer ended in its head");
            }
            if (++headBytes > HEAD_BYTES_MOST) {
                throw new IOException("the answer has too large a head");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private byte[] body() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            for (int size = chunk(); size != 0; size = chunk()) {
                copy(body, size);
                line();
            }
        } else if (headers.containsKey("content-length")) {
            copy(body, length(headers.get("content-length"), 10));
        } else {
            byte[] all = in.readNBytes(bytesMost + 1);
            mustFit(all.length);
            body.write(all);
        }
        return body.toByteArray();
    }

    private int chunk() throws IOException {
        headBytes = 0;
        return length(line().split(";")[0].trim(), 16);
    }

    private static int length(String figures, int radix) throws IOException {
        try {
            return Integer.parseUnsignedInt(figures, radix);
        } catch (NumberFormatException e) {
            throw new IOException("the answer does not say its length", e);
        }
    }

    private void copy(ByteArrayOutputStream body, int size) throws IOException {
        mustFit(size < 0 ? Integer.MAX_VALUE : Math.addExact((long) body.size(), size));
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new IOException("the answer ended too early");
        }
        body.write(bytes);
    }

    private void mustFit(long size) throws IOException {
        if (size > bytesMost) {
            throw new IOException("the answer has more than " + bytesMost + " bytes");
        }
    }
}
