package app.leeway.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * The network between two parties on this machine, which a test freezes, cuts or makes slow. It
 * carries every connection to its own port on to the given one.
 */
public final class FaultyProxy implements AutoCloseable {

    private enum State {
        FLOWING,
        /** Connections stay open and carry nothing. */
        FROZEN,
        /** What was sent arrives; what is answered does not. */
        MUTE,
        /** There is nobody at the other end. */
        CUT
    }

    private static final int CHUNK = 1024;
    private static final long PAUSE_NANOS = 5_000_000;

    private final ServerSocket door;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private volatile State state = State.FLOWING;
    private volatile int bytesPerSecond = Integer.MAX_VALUE;
    private volatile long cutAfterBytes = Long.MAX_VALUE;

    private FaultyProxy(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    /**
     * @param port on this machine
     */
    public static FaultyProxy to(int port) {
        try {
            FaultyProxy wire =
                    new FaultyProxy(
                            new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
            wire.inBackground(wire::accept);
            return wire;
        } catch (IOException e) {
            throw new UncheckedIOException("No port is free.", e);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    /** As a network should be, again. What was cut stays cut; new connections live. */
    public void flow() {
        bytesPerSecond = Integer.MAX_VALUE;
        cutAfterBytes = Long.MAX_VALUE;
        state = State.FLOWING;
    }

    public void freeze() {
        state = State.FROZEN;
    }

    public void mute() {
        state = State.MUTE;
    }

    /** Ends every connection, and each new one at once. */
    public void cut() {
        state = State.CUT;
        open.forEach(FaultyProxy::end);
    }

    /** Cuts when this many more bytes have passed, in both directions together. */
    public void cutAfter(long bytes) {
        cutAfterBytes = bytes;
    }

    /** In each direction of each connection. */
    public void slowTo(int bytes) {
        bytesPerSecond = bytes;
    }

    @Override
    public void close() {
        cut();
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException closedOrNobodyThere) {
                continue;
            }
        }
    }

    private void connect(Socket here) throws IOException {
        open.add(here);
        if (state == State.CUT) {
            end(here);
            return;
        }
        Socket there = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(there);
        inBackground(() -> carry(here, there, false));
        inBackground(() -> carry(there, here, true));
    }

    private void carry(Socket from, Socket to, boolean answers) {
        byte[] bytes = new byte[CHUNK];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                while (state == State.FROZEN) {
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
                if (answers && state == State.MUTE) {
                    continue;
                }
                pass(out, bytes, read);
            }
        } catch (IOException ended) {
            open.remove(from);
            open.remove(to);
        }
    }

    private void pass(OutputStream out, byte[] bytes, int length) throws IOException {
        long left = cutAfterBytes;
        if (left < Long.MAX_VALUE) {
            int some = (int) Math.min(Math.max(left, 0), length);
            out.write(bytes, 0, some);
            cutAfterBytes = left - length;
            if (left - length <= 0) {
                cut();
            }
            return;
        }
        int rate = bytesPerSecond;
        if (rate < Integer.MAX_VALUE) {
            LockSupport.parkNanos(1_000_000_000L * length / rate);
        }
        out.write(bytes, 0, length);
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyEnded) {
            return;
        }
    }

    private void inBackground(Runnable work) {
        Thread thread = new Thread(work, "wire to " + target);
        thread.setDaemon(true);
        thread.start();
    }
}
