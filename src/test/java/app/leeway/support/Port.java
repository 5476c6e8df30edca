package app.leeway.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** A port, and the property that moves it. */
record Port(int number, String property) {

    Port {
        if (number < 1 || number > 65_535) {
            throw new IllegalArgumentException(property + " is not a port: " + number);
        }
    }

    static Port given(String property) {
        String value = System.getProperty(property, "").strip();
        try {
            return new Port(Integer.parseInt(value), property);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(property + " is not a port: '" + value + "'", e);
        }
    }

    static Port free(String property) {
        try (ServerSocket socket = new ServerSocket(0)) {
            return new Port(socket.getLocalPort(), property);
        } catch (IOException e) {
            throw new UncheckedIOException("No port is free.", e);
        }
    }

    /** Nobody may listen here yet, neither on every address nor on this machine's own. */
    void mustBeFree(String what) {
        try (ServerSocket everywhere = listening(null);
                ServerSocket here = new ServerSocket()) {
            everywhere.close();
            here.setReuseAddress(true);
            here.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
        } catch (IOException e) {
            throw new StartFailed(
                    "Port %d, wanted by %s, is in use. Free it, or choose another: mvn -D%s=%d"
                            .formatted(number, what, property, number + 100),
                    e);
        }
    }

    private ServerSocket listening(InetAddress address) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(address, number));
        return socket;
    }
}
