package app.leeway.approval;

import app.leeway.gesture.GestureState;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * One exception, from the asking to its end.
 *
 * <p>It waits until somebody who may has said something. A yes grants its gesture, a no releases
 * it; where four eyes are needed the first yes only counts, and the second grants. A question or an
 * offer lays it into the requester's hands, and the clock stands until they have answered. Who
 * asked may take it back while it is open; whoever said yes may take that back for half a minute.
 * It ends once; the first decision wins. Nothing ever grants it by itself: where a customer waited,
 * what falls back is only what the requester might have given without asking.
 *
 * <p>It knows when a verb is possible, not who may: that is {@link Eligibility}'s. Whoever changes
 * it holds the lock of its gesture's row.
 */
final class Approval {

    static final int MOST_ROUNDS = 3;
    static final Duration UNDO_WITHIN = Duration.ofSeconds(30);

    final UUID id;
    final ApprovalSubject about;
    final String site;
    final String kind;
    final Instant askedAt;
    final UUID restOf;

    ApprovalState state = ApprovalState.WAITING;
    int approvalsNeeded;
    Instant dueAt;
    Integer waitingMinutes;
    Long fallbackMinor;
    int step;
    boolean overdue;
    boolean leadership;
    Signature firstYes;
    Long assignedTo;
    Long questionedBy;
    Instant pausedSince;
    int rounds;
    Instant remindedAt;
    Offer offer;
    Signature decided;
    Long grantedMinor;
    String reasonCode;
    int version = 1;

    /** Raised by each setting of the clock: timers of another setting are void. */
    int clock;

    /** The setting of the clock as it was read or last kept. */
    int clockAsKept;

    /** The state of its gesture, as it was read. */
    GestureState gesture = GestureState.AWAITING_APPROVAL;

    Approval(
            UUID id,
            ApprovalSubject about,
            String site,
            String kind,
            Instant askedAt,
            UUID restOf,
            int approvalsNeeded) {
        this.id = id;
        this.about = about;
        this.site = site;
        this.kind = kind;
        this.askedAt = askedAt;
        this.restOf = restOf;
        this.approvalsNeeded = approvalsNeeded;
    }

    /**
     * @return whether that grants it; false where another pair of eyes is needed still
     */
    boolean approve(Signature yes) {
        must(Action.APPROVE);
        if (approvalsNeeded > 1 && firstYes == null) {
            firstYes = yes;
            return false;
        }
        if (approvalsNeeded > 1 && !yes.isSomebodyElsesThan(firstYes)) {
            throw new RefusedException(
                    Refusal.WRONG_STATE, "the second yes must be somebody else's than the first");
        }
        end(ApprovalState.APPROVED, yes);
        grantedMinor = about.amountMinor();
        return true;
    }

    /**
     * @param reason from the short list, or null where it is said in words
     */
    void decline(Signature no, String reason) {
        must(Action.DECLINE);
        end(ApprovalState.DECLINED, no);
        reasonCode = reason;
    }

    void counter(Offer made) {
        must(Action.COUNTER);
        state = ApprovalState.COUNTERED;
        offer = made;
        pause(made.by().at());
    }

    /** The offer is taken, and is the decision of whoever made it. */
    void accept(Instant now) {
        must(Action.ACCEPT);
        approvalsNeeded = 1; // nothing is offered that would need two
        end(ApprovalState.APPROVED, new Signature(offer.by().byId(), offer.by().forId(), now));
        grantedMinor = offer.amountMinor();
    }

    void ask(long askerId, Instant now) {
        must(Action.ASK);
        state = ApprovalState.QUESTIONED;
        questionedBy = askerId;
        rounds++;
        pause(now);
    }

    /**
     * @param due when its clock runs out, now that it runs again
     */
    void answer(Instant due) {
        must(Action.ANSWER);
        offer = null;
        questionedBy = null;
        resume(due);
    }

    void reassign(long otherId) {
        must(Action.REASSIGN);
        assignedTo = otherId;
    }

    void remind(Instant now) {
        must(Action.REMIND);
        remindedAt = now;
    }

    void withdraw() {
        must(Action.WITHDRAW);
        end(ApprovalState.WITHDRAWN, null);
    }

    /**
     * The newest yes or offer never was.
     *
     * @param due when its clock runs out, where it had stood
     */
    void undo(Instant due) {
        must(Action.UNDO);
        if (state == ApprovalState.WAITING) {
            firstYes = null;
            return;
        }
        decided = null;
        offer = null;
        grantedMinor = null;
        resume(due);
    }

    /** Whose yes or offer it is that can be taken back; null where there is none. */
    Signature undoable() {
        return switch (state) {
            case WAITING -> firstYes;
            case COUNTERED -> offer.by();
            case APPROVED -> decided;
            default -> null;
        };
    }

    /** Since when its clock stands; null while it runs. */
    Instant stoodSince() {
        return state == ApprovalState.APPROVED ? decided.at() : pausedSince;
    }

    /** Its gesture was released by another door, or its hold has ended. */
    void follow(ApprovalState end) {
        end(end, null);
    }

    /** Nobody answered in the customer's minutes. */
    void fallBack(long partMinor) {
        end(ApprovalState.FALLEN_BACK, null);
        grantedMinor = partMinor;
    }

    /**
     * The customer has gone, and there was nothing to fall back to: an exception like any other.
     */
    void goOnWaiting(Instant due) {
        waitingMinutes = null;
        fallbackMinor = null;
        resume(due);
    }

    /** It goes one step up. */
    void escalate(Instant due) {
        step++;
        assignedTo = null;
        resume(due);
    }

    private void pause(Instant now) {
        pausedSince = now;
        clock++;
    }

    private void resume(Instant due) {
        state = ApprovalState.WAITING;
        dueAt = due;
        pausedSince = null;
        clock++;
    }

    private void end(ApprovalState last, Signature by) {
        state = last;
        decided = by;
        clock++;
    }

    private void must(Action verb) {
        if (!verb.isIn(state)) {
            throw new RefusedException(
                    Refusal.WRONG_STATE, "it is " + state.code() + ": too late to " + verb.code());
        }
    }
}
