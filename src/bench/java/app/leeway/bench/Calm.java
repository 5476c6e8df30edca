package app.leeway.bench;

import java.util.function.LongSupplier;

/**
 * Notices when somebody else uses the machine: by a fixed piece of work before and after a slice,
 * which then takes longer, and by the processor time that none of ours used meanwhile.
 */
final class Calm {
    private static final double SLOWEST = 1.35;
    private static final double MOST_FOREIGN = 0.12;
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    private final LongSupplier ownTicks;
    private double fastest = Double.MAX_VALUE;
    private double foreign;
    private int watched;
    private int disturbed;

    /**
     * @param ownTicks processor time of everything that belongs to the benchmark, in ticks
     */
    Calm(LongSupplier ownTicks) {
        this.ownTicks = ownTicks;
    }

    /** From now until {@link Watch#wasDisturbed}. */
    Watch watch() {
        return new Watch();
    }

    /** What the watching has seen, in a sentence. */
    String seen() {
        return String.format(
                java.util.Locale.ROOT,
                "%d of %d slices were disturbed; others used %.0f %% of the processors on average",
                disturbed,
                watched,
                watched == 0 ? 0 : 100 * foreign / watched);
    }

    /** One slice. */
    final class Watch {
        private final double before = work();
        private final long own = ownTicks.getAsLong();
        private final long busy = Processes.busyTicks();
        private final long from = System.nanoTime();

        boolean wasDisturbed() {
            double seconds = (System.nanoTime() - from) / 1e9;
            double others =
                    (Processes.busyTicks() - busy - (ownTicks.getAsLong() - own))
                            / (seconds * CORES * Processes.TICKS_PER_SECOND);
            double slowest = Math.max(before, work());
            boolean was = slowest > fastest * SLOWEST || others > MOST_FOREIGN;
            watched++;
            foreign += Math.max(0, others);
            disturbed += was ? 1 : 0;
            return was;
        }
    }

    /** Seconds for a fixed piece of work on every core, the best of two. */
    private double work() {
        double took = Math.min(once(), once());
        fastest = Math.min(fastest, took);
        return took;
    }

    private static double once() {
        long from = System.nanoTime();
        Callers.all(
                CORES,
                caller -> {
                    long x = 88172645463325252L + caller;
                    for (int i = 0; i < 12_000_000; i++) {
                        x ^= x << 13;
                        x ^= x >>> 7;
                        x ^= x << 17;
                    }
                    if (x == 0) {
                        throw new IllegalStateException("xorshift never reaches zero");
                    }
                });
        return (System.nanoTime() - from) / 1e9;
    }
}
