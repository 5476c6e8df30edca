package app.leeway.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A request written byte by byte, as no client of good manners would write it. */
public final class RawRequest implements AutoCloseable {

    private static final int PATIENCE_MS = 120_000;
    private static final byte[] FILLING = new byte[64 * 1024];

    static {
        Arrays.fill(FILLING, (byte) 'a');
    }

    private final Socket socket;
    private final OutputStream out;

    private RawRequest(Socket socket) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
    }

    /**
     * @param port on this machine
     */
    public static RawRequest to(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MS);
        return new RawRequest(socket);
    }

    /** Sends the text as it stands. */
    public RawRequest say(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return this;
    }

    /** The same, as far as it is taken: the server may have hung up, which is an answer too. */
    public RawRequest trySaying(String text) {
        try {
            return say(text);
        } catch (IOException e) {
            return this;
        }
    }

    /** Sends bytes that mean nothing, none of which is held here, for as long as they are taken. */
    public RawRequest pour(long bytes) {
        return pour(bytes, false);
    }

    /** The same in chunks, with the end of them. */
    public RawRequest pourInChunks(long bytes) {
        return pour(bytes, true);
    }

    private RawRequest pour(long bytes, boolean chunked) {
        try {
            for (long left = bytes; left > 0; left -= FILLING.length) {
                int some = (int) Math.min(left, FILLING.length);
                if (chunked) {
                    say(Integer.toHexString(some) + "\r\n");
                }
                out.write(FILLING, 0, some);
                if (chunked) {
                    say("\r\n");
                }
            }
            return chunked ? say("0\r\n\r\n") : this;
        } catch (IOException e) {
            return this; // the server has hung up, which is an answer too
        }
    }

    /** The status of the answer; 0 when the server hung up without one. */
    public int status() throws IOException {
        String line = head().lines().findFirst().orElse("");
        return line.matches("HTTP/\\S+ \\d{3}.*") ? Integer.parseInt(line.split(" ")[1]) : 0;
    }

    /** The answer up to its first empty line; empty when the server hung up without one. */
    public String head() throws IOException {
        StringBuilder head = new StringBuilder();
        InputStream in = socket.getInputStream();
        try {
            for (int read = in.read(); read >= 0; read = in.read()) {
                head.append((char) read);
                if (read == '\n' && head.toString().endsWith("\r\n\r\n")) {
                    break;
                }
            }
        } catch (java.net.SocketException hungUp) {
            return head.toString();
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
