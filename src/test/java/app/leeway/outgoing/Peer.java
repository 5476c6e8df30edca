package app.leeway.outgoing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Somebody on this machine who answers whatever the test says, byte by byte. */
final class Peer implements AutoCloseable {

    private interface Talk {
        void with(Socket caller) throws IOException;
    }

    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

    Peer() throws IOException {}

    int port() {
        return socket.getLocalPort();
    }

    /** By a name that only the test's own resolver knows. */
    String url(String path) {
        return "http://peer.example:" + port() + path;
    }

    /** Answers the next request so, hangs up, and tells what it heard. */
    CompletableFuture<String> answering(String answer) {
        return hearing(caller -> say(caller, answer));
    }

    /** Answers the next request so, and then says nothing, but does not hang up. */
    void beginning(String answer) {
        hearing(
                caller -> {
                    say(caller, answer);
                    caller.getInputStream().read();
                });
    }

    /** Answers the next request with the same again and again. */
    void repeating(String words) {
        hearing(
                caller -> {
                    while (true) {
                        say(caller, words);
                    }
                });
    }

    /** Answers the next request so, and then adds a letter each moment. */
    void dripping(String answer) {
        hearing(
                caller -> {
                    caller.setSoTimeout(20);
                    for (String next = answer; isThere(caller); next = "x") {
                        say(caller, next);
                    }
                });
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private CompletableFuture<String> hearing(Talk talk) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try (Socket caller = socket.accept()) {
                        String heard = heard(caller.getInputStream());
                        talk.with(caller);
                        return heard;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static void say(Socket caller, String words) throws IOException {
        caller.getOutputStream().write(words.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static boolean isThere(Socket caller) throws IOException {
        try {
            return caller.getInputStream().read() >= 0;
        } catch (SocketTimeoutException andSilent) {
            return true;
        }
    }

    private static String heard(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        int at = head.indexOf("Content-Length: ");
        int length =
                at < 0 ? 0 : Integer.parseInt(head.substring(at + 16, head.indexOf("\r\n", at)));
        return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
