package app.leeway.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One HTTP/1.1 connection that is kept open.
 *
 * <p>Design notice: the JDK's client costs as much processor time per request as the server does,
 * and here both share the cores. This one writes one buffer and reads one answer.
 */
final class KeepAlive implements AutoCloseable {
    private static final int BUFFER = 16 * 1024;

    /** What was answered. */
    record Answer(int status, String body) {}

    private final URI server;
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    KeepAlive(URI server) {
        this.server = server;
    }

    /**
     * @param headers ready to send, each line ended, without the empty one
     */
    Answer post(String path, byte[] headers, byte[] body) throws IOException {
        return ask("POST ", path, headers, body);
    }

    /** As {@link #post}, with nothing to send. */
    Answer get(String path, byte[] headers) throws IOException {
        return ask("GET ", path, headers, new byte[0]);
    }

    private Answer ask(String method, String path, byte[] headers, byte[] body) throws IOException {
        if (socket == null) {
            connect();
        }
        byte[] start =
                (method + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] length =
                ("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[start.length + headers.length + length.length + body.length];
        int at = 0;
        for (byte[] part : new byte[][] {start, headers, length, body}) {
            System.arraycopy(part, 0, request, at, part.length);
            at += part.length;
        }
        try {
            out.write(request);
            return answer();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private void connect() throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        out = socket.getOutputStream();
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        boolean chunked = false;
        boolean closing = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            } else if (header.startsWith("transfer-encoding:")) {
                chunked = header.contains("chunked");
            } else if (header.startsWith("connection:")) {
                closing = header.contains("close");
            }
        }
        byte[] body = chunked ? chunks() : exactly(length);
        if (closing) {
            close();
        }
        return new Answer(status, new String(body, StandardCharsets.UTF_8));
    }

    private byte[] chunks() throws IOException {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            all.write(exactly(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line().split(";")[0].strip(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer ended early");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server hung up");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
