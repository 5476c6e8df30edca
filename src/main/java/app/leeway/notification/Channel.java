package app.leeway.notification;

import java.util.List;

/** A way out of the app. */
interface Channel {

    /** What became of one. */
    interface Fate {
        void sent(Claim due);

        /** For now; it is tried again unless it was the last attempt. */
        void failed(Claim due, String problem);

        /** For good: no attempt can change it. */
        void refused(Claim due, String problem);
    }

    String code();

    boolean isOpen();

    /** Brings each out, and says of each what became of it. */
    void send(List<Claim> due, Fate fate);
}
