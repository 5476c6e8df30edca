package app.leeway.shared;

import java.util.function.Supplier;

/**
 * What was read from the store at one revision of the company, kept until another revision is asked
 * for.
 *
 * <p><em>Design notice.</em> It knows no time to live: whoever asks says which revision they saw,
 * so nothing stale is ever answered, on any number of servers. Do not ask inside a transaction that
 * has itself raised the revision: what is not committed may never be kept.
 */
public final class Snapshot<T> {

    /**
     * The hint that every query of a load carries: outside a transaction the server keeps one
     * persistence context for a whole request, which would answer with what the request saw before
     * it changed something.
     */
    public static final String FRESH = "eclipselink.refresh";

    private record Kept<T>(long revision, T value) {}

    private volatile Kept<T> kept;

    /**
     * @param revision which the caller has just read
     * @param load reads the value; called by one caller at a time, and not at all when the value of
     *     that revision is at hand
     */
    public T at(long revision, Supplier<T> load) {
        Kept<T> now = kept;
        if (now != null && now.revision == revision) {
            return now.value;
        }
        synchronized (this) {
            if (kept == null || kept.revision != revision) {
                kept = new Kept<>(revision, load.get());
            }
            return kept.value;
        }
    }
}
