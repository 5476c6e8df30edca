package app.leeway.approval;

import app.leeway.gesture.GestureDetail;
import app.leeway.gesture.Granted;
import app.leeway.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Everything that is known of one exception, for one reader.
 *
 * @param facts of the gesture, with the verdict's reasons and the shortfall at the asking
 * @param afterYes what a yes does to each budget now; null once it has ended
 * @param couldDecide all who may decide it now, nearest first; empty once it has ended
 * @param present keys of those of them who are there now, at a desk or with a phone
 * @param addressedTo those of them to whom it has been brought
 * @param firstYes of two, or null
 * @param decided who decided in the end, or null
 * @param reason of a no, from the short list, or null
 * @param restOf the exception that fell back and left this as its rest, or null
 * @param replacedBy the gesture of another kind that was granted instead, or null
 * @param rest the exception that goes on with what was not granted in time, or null
 * @param log what was said and done, oldest first
 * @param possible what the reader can do now
 * @param impossible what the reader cannot do now, and why
 */
public record ApprovalDetail(
        ApprovalCard card,
        GestureDetail facts,
        Granted afterYes,
        List<Decider> couldDecide,
        Set<Long> present,
        List<Decider> addressedTo,
        int approvalsNeeded,
        Said firstYes,
        Said decided,
        String reason,
        UUID restOf,
        UUID replacedBy,
        UUID rest,
        List<Entry> log,
        List<Action> possible,
        Map<Action, Denial> impossible) {

    /**
     * Who decided.
     *
     * @param forName whom they stood in for, or null
     */
    public record Said(String user, String name, String forName, Instant at) {}

    /**
     * Something that was said or done.
     *
     * @param user and name: null when it happened by itself
     * @param state the one it led to
     */
    public record Entry(
            Instant at,
            String verb,
            String user,
            String name,
            String forName,
            ApprovalState state,
            Money amount,
            String comment) {}
}
