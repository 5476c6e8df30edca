package app.leeway.approval;

import static app.leeway.approval.ApprovalState.COUNTERED;
import static app.leeway.approval.ApprovalState.QUESTIONED;
import static app.leeway.approval.ApprovalState.WAITING;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What can be done about an exception: by whom, and in which states. */
public enum Verb {
    APPROVE(Part.DECIDER, WAITING, QUESTIONED),
    DECLINE(Part.DECIDER, WAITING, QUESTIONED),
    WITHDRAW(Part.REQUESTER, WAITING, QUESTIONED, COUNTERED);

    /** Who somebody is in an exception. */
    enum Part {
        /** Who asks. */
        REQUESTER,
        /** Who may decide. */
        DECIDER,
        /** Whose answer it was that stands. */
        AUTHOR
    }

    private final Part part;
    private final Set<ApprovalState> states;

    Verb(Part part, ApprovalState first, ApprovalState... more) {
        this.part = part;
        this.states = EnumSet.of(first, more);
    }

    Part part() {
        return part;
    }

    boolean isIn(ApprovalState state) {
        return states.contains(state);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
