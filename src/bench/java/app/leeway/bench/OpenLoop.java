package app.leeway.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Operations that begin at a fixed rate, whether the ones before are answered or not. Latency
 * counts from the moment at which an operation was meant to begin, so that a server that stands
 * still is charged for everybody who waits meanwhile.
 */
final class OpenLoop implements AutoCloseable {
    private static final long LONGEST_US = Duration.ofMinutes(1).toNanos() / 1000;

    private final List<Call> calls = new ArrayList<>();

    /**
     * @param clients how many may wait for an answer at once
     */
    OpenLoop(Peer peer, int clients) {
        for (int i = 0; i < clients; i++) {
            calls.add(peer.caller().apply(i));
        }
    }

    /** Latencies in microseconds. */
    Histogram run(int perSecond, Duration length) {
        Histogram latencies = new ConcurrentHistogram(LONGEST_US, 3);
        long planned = perSecond * length.toMillis() / 1000;
        double interval = 1e9 / perSecond;
        AtomicLong next = new AtomicLong();
        long start = System.nanoTime() + 10_000_000;
        Callers.all(
                calls.size(),
                caller -> {
                    for (long n = next.getAndIncrement(); n < planned; n = next.getAndIncrement()) {
                        long intended = start + Math.round(n * interval);
                        waitUntil(intended);
                        if (!calls.get(caller).run()) {
                            throw new IllegalStateException("a call failed");
                        }
                        long took = (System.nanoTime() - intended) / 1000;
                        latencies.recordValue(Math.min(Math.max(took, 0), LONGEST_US));
                    }
                });
        return latencies;
    }

    private static void waitUntil(long instant) {
        for (long left = instant - System.nanoTime();
                left > 0;
                left = instant - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public void close() throws Exception {
        for (Call call : calls) {
            call.close();
        }
    }
}
