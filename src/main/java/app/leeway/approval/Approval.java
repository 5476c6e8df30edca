package app.leeway.approval;

import app.leeway.gesture.ApprovalRequest;
import app.leeway.gesture.GestureState;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Update;

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

    private final UUID id;
    private final ApprovalSubject about;
    private final String site;
    private final String kind;
    private final Instant askedAt;
    private final UUID restOf;

    private ApprovalState state = ApprovalState.WAITING;
    private int approvalsNeeded;
    private Instant dueAt;
    private Integer waitingMinutes;
    private Long fallbackMinor;
    private int step;
    private boolean overdue;
    private boolean leadership;
    private Signature firstYes;
    private Long assignedTo;
    private Long questionedBy;
    private Instant pausedSince;
    private int rounds;
    private Instant remindedAt;
    private Offer offer;
    private Signature decided;
    private Long grantedMinor;
    private String reasonCode;
    private int version = 1;

    /** Raised by each setting of the clock: deadlines of another setting are void. */
    private int clock;

    /** The setting of the clock as it was read or last kept. */
    private int clockAsKept;

    /** The state of its gesture, as it was read. */
    private GestureState gesture = GestureState.AWAITING_APPROVAL;

    private Approval(
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
     * A new one.
     *
     * @param approvalsNeeded 2 where four eyes are needed, else 1
     * @param due when its clock runs out
     * @param leadership whether only leadership can decide it
     */
    static Approval asked(
            ApprovalRequest request, int approvalsNeeded, Instant due, boolean leadership) {
        Approval asked =
                new Approval(
                        request.id(),
                        ApprovalSubject.of(request),
                        request.site(),
                        request.kind(),
                        request.askedAt(),
                        request.restOf(),
                        approvalsNeeded);
        asked.waitingMinutes = request.customerWaiting();
        asked.fallbackMinor = request.fallback() == null ? null : request.fallback().minor();
        asked.dueAt = due;
        asked.leadership = leadership;
        return asked;
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
        mustWait();
        end(ApprovalState.FALLEN_BACK, null);
        grantedMinor = partMinor;
    }

    /**
     * The customer has gone, and there was nothing to fall back to: an exception like any other.
     */
    void goOnWaiting(Instant due) {
        mustWait();
        waitingMinutes = null;
        fallbackMinor = null;
        resume(due);
    }

    /**
     * Nobody answered in time: it goes one step up. Past the last it stays where it is, overdue.
     *
     * @param deciders who may decide it, on all steps, as it is now
     * @param due when its clock runs out on the next step
     * @return whether there is a next step
     */
    boolean escalate(List<Decider> deciders, Instant due) {
        mustWait();
        leadership = Decider.areLeadership(deciders);
        boolean further = deciders.stream().anyMatch(decider -> decider.step() > step);
        if (further) {
            step++;
            assignedTo = null;
            resume(due);
        } else {
            overdue = true;
        }
        return further;
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

    /** What happens by itself does so only while its clock runs. */
    private void mustWait() {
        if (state != ApprovalState.WAITING) {
            throw new IllegalStateException(id + " is " + state.code() + ", and its clock stands");
        }
    }

    private void must(Action verb) {
        if (!verb.isIn(state)) {
            throw new RefusedException(
                    Refusal.WRONG_STATE, "it is " + state.code() + ": too late to " + verb.code());
        }
    }

    UUID id() {
        return id;
    }

    ApprovalSubject about() {
        return about;
    }

    String site() {
        return site;
    }

    String kind() {
        return kind;
    }

    Instant askedAt() {
        return askedAt;
    }

    UUID restOf() {
        return restOf;
    }

    ApprovalState state() {
        return state;
    }

    int approvalsNeeded() {
        return approvalsNeeded;
    }

    Instant dueAt() {
        return dueAt;
    }

    Integer waitingMinutes() {
        return waitingMinutes;
    }

    Long fallbackMinor() {
        return fallbackMinor;
    }

    int step() {
        return step;
    }

    boolean overdue() {
        return overdue;
    }

    boolean leadership() {
        return leadership;
    }

    Signature firstYes() {
        return firstYes;
    }

    Long assignedTo() {
        return assignedTo;
    }

    Long questionedBy() {
        return questionedBy;
    }

    Instant pausedSince() {
        return pausedSince;
    }

    int rounds() {
        return rounds;
    }

    Instant remindedAt() {
        return remindedAt;
    }

    Offer offer() {
        return offer;
    }

    Signature decided() {
        return decided;
    }

    Long grantedMinor() {
        return grantedMinor;
    }

    String reasonCode() {
        return reasonCode;
    }

    int version() {
        return version;
    }

    int clock() {
        return clock;
    }

    GestureState gesture() {
        return gesture;
    }

    /** Whether its clock was set anew since it was read or last kept. */
    boolean isClockSet() {
        return clock != clockAsKept;
    }

    /** What became of it has been kept. */
    void kept() {
        version++;
        clockAsKept = clock;
    }

    /** Its values as a new row, in the order of {@link Approvals#COLUMNS}. */
    Object[] values() {
        return new Object[] {
            id,
            state.code(),
            about.place(),
            site,
            kind,
            about.category(),
            about.requesterId(),
            about.customerId(),
            about.amountMinor(),
            askedAt,
            dueAt,
            waitingMinutes,
            fallbackMinor,
            restOf,
            leadership,
            approvalsNeeded
        };
    }

    /** Binds all that changes of it, and the version that it was read as. */
    void bindTo(Update update) {
        update.bind("state", state.code())
                .bind("dueAt", dueAt)
                .bind("waitingMinutes", waitingMinutes)
                .bind("fallbackMinor", fallbackMinor)
                .bind("step", step)
                .bind("clock", clock)
                .bind("overdue", overdue)
                .bind("leadership", leadership)
                .bind("assignedTo", assignedTo)
                .bind("questionedBy", questionedBy)
                .bind("pausedSince", pausedSince)
                .bind("rounds", rounds)
                .bind("remindedAt", remindedAt)
                .bind("offeredMinor", offer == null ? null : offer.amountMinor())
                .bind("offeredKind", offer == null ? null : offer.kind())
                .bind("approvalsNeeded", approvalsNeeded)
                .bind("grantedMinor", grantedMinor)
                .bind("reasonCode", reasonCode)
                .bind("id", id)
                .bind("version", version);
        bind(update, "firstYes", firstYes);
        bind(update, "offered", offer == null ? null : offer.by());
        bind(update, "decided", decided);
    }

    private static void bind(Update update, String which, Signature yes) {
        update.bind(which + "By", yes == null ? null : yes.byId())
                .bind(which + "For", yes == null ? null : yes.forId())
                .bind(which + "At", yes == null ? null : yes.at());
    }

    static Approval read(RowView row) {
        Approval a =
                new Approval(
                        row.getColumn("id", UUID.class),
                        new ApprovalSubject(
                                row.getColumn("place", String.class),
                                row.getColumn("category", String.class),
                                row.getColumn("asked_minor", Long.class),
                                row.getColumn("requester_id", Long.class),
                                row.getColumn("customer_id", Long.class)),
                        row.getColumn("site", String.class),
                        row.getColumn("kind", String.class),
                        row.getColumn("asked_at", Instant.class),
                        row.getColumn("rest_of", UUID.class),
                        row.getColumn("approvals_needed", Integer.class));
        a.state = ApprovalState.of(row.getColumn("state", String.class));
        a.dueAt = row.getColumn("due_at", Instant.class);
        a.waitingMinutes = row.getColumn("waiting_minutes", Integer.class);
        a.fallbackMinor = row.getColumn("fallback_minor", Long.class);
        a.step = row.getColumn("step", Integer.class);
        a.clock = row.getColumn("clock", Integer.class);
        a.clockAsKept = a.clock;
        a.overdue = row.getColumn("overdue", Boolean.class);
        a.leadership = row.getColumn("leadership", Boolean.class);
        a.firstYes = yes(row, "first_yes");
        a.assignedTo = row.getColumn("assigned_to", Long.class);
        a.questionedBy = row.getColumn("questioned_by", Long.class);
        a.pausedSince = row.getColumn("paused_since", Instant.class);
        a.rounds = row.getColumn("rounds", Integer.class);
        a.remindedAt = row.getColumn("reminded_at", Instant.class);
        a.offer = offer(row);
        a.gesture = GestureState.of(row.getColumn("gesture_state", String.class));
        a.decided = yes(row, "decided");
        a.grantedMinor = row.getColumn("granted_minor", Long.class);
        a.reasonCode = row.getColumn("reason_code", String.class);
        a.version = row.getColumn("version", Integer.class);
        return a;
    }

    private static Offer offer(RowView row) {
        Signature by = yes(row, "offered");
        return by == null
                ? null
                : new Offer(
                        row.getColumn("offered_minor", Long.class),
                        row.getColumn("offered_kind", String.class),
                        by);
    }

    private static Signature yes(RowView row, String which) {
        Long by = row.getColumn(which + "_by", Long.class);
        return by == null
                ? null
                : new Signature(
                        by,
                        row.getColumn(which + "_for", Long.class),
                        row.getColumn(which + "_at", Instant.class));
    }
}
