package app.leeway.approval;

import static app.leeway.approval.ApprovalState.APPROVED;
import static app.leeway.approval.ApprovalState.COUNTERED;
import static app.leeway.approval.ApprovalState.QUESTIONED;
import static app.leeway.approval.ApprovalState.WAITING;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What can be done about an exception: by whom, and in which states. */
public enum Action {
    /** Yes to all of it. */
    APPROVE(Part.DECIDER, WAITING, QUESTIONED),
    /** Less of it, or another kind: an offer to the requester. */
    COUNTER(Part.DECIDER, WAITING, QUESTIONED),
    /** No. */
    DECLINE(Part.DECIDER, WAITING, QUESTIONED),
    /** A question to the requester; the clock stands meanwhile. */
    ASK(Part.DECIDER, WAITING),
    /** Somebody else who may shall decide. */
    REASSIGN(Part.DECIDER, WAITING, QUESTIONED),
    /** The offer is taken. */
    ACCEPT(Part.REQUESTER, COUNTERED),
    /** What was asked is answered, or the offer is not taken: it waits again. */
    ANSWER(Part.REQUESTER, QUESTIONED, COUNTERED),
    /** Whoever has it is reminded. */
    REMIND(Part.REQUESTER, WAITING),
    /** It is no longer asked for. */
    WITHDRAW(Part.REQUESTER, WAITING, QUESTIONED, COUNTERED),
    /** One's own yes or offer of a moment ago is taken back. */
    UNDO(Part.AUTHOR, WAITING, COUNTERED, APPROVED);

    /** Who somebody is in an exception. */
    enum Part {
        /** Who asks. */
        REQUESTER,
        /** Who may decide. */
        DECIDER,
        /** Whose yes or offer it is that stands. */
        AUTHOR
    }

    private final Part part;
    private final Set<ApprovalState> states;

    Action(Part part, ApprovalState first, ApprovalState... more) {
        this.part = part;
        this.states = EnumSet.of(first, more);
    }

    Part part() {
        return part;
    }

    /** Whether by it somebody says yes, to all or to less. */
    boolean grants() {
        return this == APPROVE || this == COUNTER;
    }

    boolean isIn(ApprovalState state) {
        return states.contains(state);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
