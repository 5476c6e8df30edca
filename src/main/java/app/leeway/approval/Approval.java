package app.leeway.approval;

import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import java.time.Instant;
import java.util.UUID;

/**
 * One exception, from the asking to its end.
 *
 * <p>It waits until somebody who may has said something. A yes grants its gesture, a no releases
 * it; where four eyes are needed the first yes only counts, and the second grants. Who asked may
 * take it back while it is open. It ends once; the first decision wins. Nothing ever grants it by
 * itself.
 *
 * <p>It knows when a verb is possible, not who may: that is {@link Standpoint}'s. Whoever changes
 * it holds the lock of its gesture's row.
 */
final class Approval {

    final UUID id;
    final Case about;
    final String site;
    final String kind;
    final Instant askedAt;
    final UUID restOf;
    final int approvalsNeeded;

    ApprovalState state = ApprovalState.WAITING;
    Instant dueAt;
    Integer waitingMinutes;
    Long fallbackMinor;
    int step;
    int clock;
    boolean overdue;
    boolean leadership;
    Yes firstYes;
    Yes decided;
    Long grantedMinor;
    String reasonCode;
    int version = 1;

    Approval(
            UUID id,
            Case about,
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
    boolean approve(Yes yes) {
        must(Verb.APPROVE);
        if (approvalsNeeded > 1 && firstYes == null) {
            firstYes = yes;
            return false;
        }
        if (approvalsNeeded > 1 && !yes.isSomebodyElsesThan(firstYes)) {
            throw new RefusedException(
                    Refusal.WRONG_STATE, "the second yes must be somebody else's than the first");
        }
        state = ApprovalState.APPROVED;
        decided = yes;
        grantedMinor = about.amountMinor();
        return true;
    }

    /**
     * @param reason from the short list, or null where it is said in words
     */
    void decline(Yes no, String reason) {
        must(Verb.DECLINE);
        state = ApprovalState.DECLINED;
        decided = no;
        reasonCode = reason;
    }

    void withdraw() {
        must(Verb.WITHDRAW);
        state = ApprovalState.WITHDRAWN;
    }

    /** Its gesture was released by another door. */
    void follow(ApprovalState end) {
        state = end;
    }

    private void must(Verb verb) {
        if (!verb.isIn(state)) {
            throw new RefusedException(
                    Refusal.WRONG_STATE, "it is " + state.code() + ": too late to " + verb.code());
        }
    }
}
