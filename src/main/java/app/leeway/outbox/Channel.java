package app.leeway.outbox;

import java.util.List;

/** A way out of the app. */
interface Channel {

    /** What became of one. */
    interface Fate {
        void sent(Due due);

        /** For now; it is tried again unless it was the last attempt. */
        void failed(Due due, String problem);

        /** For good: no attempt can change it. */
        void refused(Due due, String problem);
    }

    String code();

    boolean isOpen();

    /** Brings each out, and says of each what became of it. */
    void send(List<Due> due, Fate fate);
}
