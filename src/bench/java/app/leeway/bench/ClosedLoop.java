package app.leeway.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * A number of callers, each of whom asks again as soon as it is answered. They stay connected from
 * one slice to the next.
 */
final class ClosedLoop implements AutoCloseable {
    private static final long LONGEST_US = Duration.ofMinutes(1).toNanos() / 1000;

    private final Peer peer;
    private final List<Call> calls = new ArrayList<>();
    private final LongAdder done = new LongAdder();
    private final LongAdder failed = new LongAdder();

    ClosedLoop(Peer peer, int clients) {
        this.peer = peer;
        for (int i = 0; i < clients; i++) {
            calls.add(peer.caller().apply(i));
        }
    }

    /** Operations answered since the beginning, also while a slice runs. */
    long done() {
        return done.sum();
    }

    /**
     * @throws IllegalStateException when most of the operations fail: then nothing is measured
     */
    Slice run(Duration length) {
        Histogram latencies = new ConcurrentHistogram(LONGEST_US, 3);
        long doneBefore = done.sum();
        long failedBefore = failed.sum();
        long from = System.nanoTime();
        long end = from + length.toNanos();
        Callers.all(calls.size(), caller -> ask(calls.get(caller), end, latencies));
        double seconds = (System.nanoTime() - from) / 1e9;
        long succeeded = done.sum() - doneBefore;
        long refused = failed.sum() - failedBefore;
        if (refused > succeeded) {
            throw new IllegalStateException(peer.name() + ": " + refused + " calls failed");
        }
        double p99 = latencies.getValueAtPercentile(99) / 1000.0;
        return new Slice(peer.name(), succeeded, refused, seconds, p99, false);
    }

    private void ask(Call call, long end, Histogram latencies) throws Exception {
        long now = System.nanoTime();
        while (now < end) {
            boolean answered = call.run();
            long after = System.nanoTime();
            if (answered) {
                latencies.recordValue(Math.min((after - now) / 1000, LONGEST_US));
                done.increment();
            } else {
                failed.increment();
            }
            now = after;
        }
    }

    @Override
    public void close() throws Exception {
        for (Call call : calls) {
            call.close();
        }
    }
}
