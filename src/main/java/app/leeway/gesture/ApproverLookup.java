package app.leeway.gesture;

import java.util.List;
import java.util.UUID;

/**
 * Who may approve: known by the room above, which keeps exceptions.
 *
 * <p>Design notice: an interface with a single implementor. Whoever logs is told in the same breath
 * who will decide, and this room may not know the one that knows.
 */
public interface ApproverLookup {

    /**
     * Finds out once who may approve each; what the requester is answered is what is written.
     *
     * <p>Belongs to the transaction that writes the gestures, or that only looks.
     */
    Routed route(List<ApprovalRequest> requests);

    /** Requests that are routed, and not written yet. */
    interface Routed {

        /** To whom a gesture is brought; null where nobody is asked about it. */
        Answer.Addressed to(UUID gesture);

        /** Opens an exception for each that waits; its gesture must be written already. */
        void open();
    }
}
