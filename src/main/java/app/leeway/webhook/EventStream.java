package app.leeway.webhook;

import app.leeway.audit.AuditLog.Entry;
import app.leeway.organization.VisibleScope;

/** Somebody who listens, and what they may hear. */
public final class EventStream {

    private final String holder;
    private final Listener listener;
    private final VisibleScope reach;
    private final long ends;

    private long seen;
    private long lastWord;

    /**
     * @param holder who holds it; one may hold a few
     * @param seen the number of the last entry that they have
     * @param now in seconds, like {@code ends}: when they are sent away, to come back signed in
     *     anew
     */
    EventStream(
            String holder, Listener listener, VisibleScope reach, long seen, long now, long ends) {
        this.holder = holder;
        this.listener = listener;
        this.reach = reach;
        this.seen = seen;
        this.lastWord = now;
        this.ends = ends;
    }

    /** Whoever holds the other end. */
    public interface Listener {

        /** Whether what was sent before has left. */
        boolean isReady();

        void tell(long seq, String type, String event);

        /** Says that the line still holds. */
        void beat();

        void end();

        boolean isGone();
    }

    Listener listener() {
        return listener;
    }

    boolean isOf(String someone) {
        return holder.equals(someone);
    }

    long seen() {
        return seen;
    }

    boolean isOver(long now) {
        return now >= ends || listener.isGone();
    }

    void saw(long seq) {
        seen = Math.max(seen, seq);
    }

    /** Tells it where it may be heard; either way it has been seen. */
    void tell(Entry entry, String event, long now) {
        if (entry.isReadable(reach)) {
            listener.tell(entry.seq(), entry.what(), event);
            lastWord = now;
        }
        saw(entry.seq());
    }

    void beatAfter(long seconds, long now) {
        if (now - lastWord >= seconds) {
            listener.beat();
            lastWord = now;
        }
    }
}
