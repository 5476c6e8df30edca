package app.leeway.gesture;

import app.leeway.budget.BudgetBalance;
import app.leeway.budget.Posting;
import app.leeway.guardrail.Outcome;
import app.leeway.guardrail.Proposal;
import app.leeway.guardrail.Verdict;
import app.leeway.shared.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What becomes of one gesture: its verdict, its first state, and what it draws on each budget.
 * Pure: it follows from the draft, the verdict and how the budgets stood.
 *
 * <p>A budget takes no more than it has room for. What goes beyond becomes an overdraft entry where
 * the gesture is done, or is let pass; where somebody must approve it first, that budget holds
 * nothing yet, and the shortfall stands on the answer.
 *
 * @param answer what the requester is told; null until it is known who could approve
 */
record Decision(
        ResolvedRequest draft,
        Proposal proposal,
        String priceLevel,
        Verdict verdict,
        GestureState state,
        List<Share> shares,
        Money fallback,
        Answer answer) {

    /** What falls on one budget: within its room, and beyond; and how it stands afterwards. */
    record Share(
            ResolvedRequest.DrawnOn on, long withinMinor, long beyondMinor, BudgetBalance after) {}

    static Decision of(
            ResolvedRequest draft,
            Proposal proposal,
            String priceLevel,
            Verdict verdict,
            Map<Long, BudgetBalance> standings) {
        GestureState state = firstState(draft, verdict.outcome());
        List<Share> shares = new ArrayList<>();
        for (ResolvedRequest.DrawnOn on : draft.draws()) {
            shares.add(share(draft, on, state, standings.get(on.periodId())));
        }
        return new Decision(draft, proposal, priceLevel, verdict, state, shares, null, null);
    }

    /** The same, granted by somebody who may, whatever the verdict. */
    Decision granted(Map<Long, BudgetBalance> standings) {
        GestureState to = costIsFixed(draft) ? GestureState.SETTLED : GestureState.HELD;
        return new Decision(
                draft,
                proposal,
                priceLevel,
                verdict,
                to,
                draft.draws().stream()
                        .map(on -> share(draft, on, to, standings.get(on.periodId())))
                        .toList(),
                null,
                null);
    }

    /**
     * The same, with what is granted when nobody answers.
     *
     * @param withinMinor what would be within the requester's own leeway, in minor units
     */
    Decision fallingBackTo(long withinMinor) {
        boolean some = withinMinor > 0 && withinMinor < draft.cost().minor();
        return new Decision(
                draft,
                proposal,
                priceLevel,
                verdict,
                state,
                shares,
                some ? money(withinMinor) : null,
                null);
    }

    /** What must be asked about those that need a yes. */
    static List<ApprovalRequest> requests(List<Decision> decisions) {
        return decisions.stream()
                .filter(d -> d.verdict.outcome() == Outcome.ASK)
                .map(Decision::request)
                .toList();
    }

    /** The same, with its answer: now it is known who could approve it. */
    Decision answered(ApproverLookup.Routed routed) {
        return answered(routed.to(draft.id()));
    }

    /** The same, where nobody is asked any more. */
    Decision answeredAlone() {
        return answered((Answer.Addressed) null);
    }

    private Decision answered(Answer.Addressed to) {
        Answer told =
                new Answer(
                        draft.id(),
                        state,
                        review(),
                        verdict.outcome(),
                        verdict.reasons(),
                        to == null ? List.of() : to.approvers(),
                        draft.cost(),
                        headroom(),
                        shortfall(),
                        state.heldUntil(draft.judgedFor()),
                        draft.receivedAt(),
                        draft.judgedFor(),
                        draft.request().done(),
                        waits() ? to : null,
                        false);
        return new Decision(draft, proposal, priceLevel, verdict, state, shares, fallback, told);
    }

    private boolean waits() {
        return state == GestureState.AWAITING_APPROVAL;
    }

    private static Share share(
            ResolvedRequest draft,
            ResolvedRequest.DrawnOn on,
            GestureState state,
            BudgetBalance standing) {
        if (state == GestureState.REFUSED) {
            return new Share(on, 0, 0, standing);
        }
        long cost = draft.cost().minor();
        long room = Math.max(0, standing.leftMinor());
        boolean waits = state == GestureState.AWAITING_APPROVAL && room < cost;
        long beyond = Math.max(0, cost - room);
        long within = waits ? 0 : cost - beyond;
        Share share = new Share(on, within, beyond, standing);
        BudgetBalance after = standing;
        for (Posting posting : postings(draft, state, share)) {
            after = after.plus(posting);
        }
        return new Share(on, within, beyond, after);
    }

    private static GestureState firstState(ResolvedRequest draft, Outcome outcome) {
        if (draft.request().done()) {
            return GestureState.SETTLED;
        }
        return switch (outcome) {
            case STOP -> GestureState.REFUSED;
            case ASK -> GestureState.AWAITING_APPROVAL;
            default -> costIsFixed(draft) ? GestureState.SETTLED : GestureState.HELD;
        };
    }

    /** What is planned for another day has not happened: it is held, whatever it will cost. */
    private static boolean costIsFixed(ResolvedRequest draft) {
        return draft.kind().presetMinor() != null && draft.request().plannedFor() == null;
    }

    /** The entries to write, in the order of the budgets. */
    List<Posting> postings() {
        return shares.stream().flatMap(s -> postings(draft, state, s).stream()).toList();
    }

    private static List<Posting> postings(ResolvedRequest draft, GestureState state, Share share) {
        List<Posting> postings = new ArrayList<>(2);
        long period = share.on().periodId();
        Long person = draft.actor().personId();
        Instant at = draft.receivedAt();
        if (state == GestureState.SETTLED) {
            postings.add(Posting.settle(period, draft.id(), 0, share.withinMinor(), person, at));
        } else if (state != GestureState.REFUSED && share.withinMinor() > 0) {
            postings.add(Posting.hold(period, draft.id(), share.withinMinor(), person, at));
        }
        boolean letPass = state == GestureState.SETTLED || state == GestureState.HELD;
        if (letPass && share.beyondMinor() > 0) {
            postings.add(Posting.overdraft(period, draft.id(), share.beyondMinor(), person, at));
        }
        return postings;
    }

    boolean isLate() {
        return draft.booking().isLate();
    }

    Review review() {
        return Review.of(draft.request().done(), verdict.outcome());
    }

    /** What whoever may approve it must know. */
    ApprovalRequest request() {
        return new ApprovalRequest(
                draft.id(),
                waits(),
                draft.actor().personId(),
                draft.place(),
                draft.site(),
                draft.kind().code(),
                draft.kind().category(),
                proposal.customer(),
                draft.cost(),
                draft.receivedAt(),
                draft.request().customerWaiting(),
                fallback,
                null);
    }

    private List<Answer.Headroom> headroom() {
        return shares.stream()
                .map(
                        s ->
                                new Answer.Headroom(
                                        s.on().budget().code(),
                                        money(s.after().leftMinor()),
                                        money(s.after().limitMinor()),
                                        s.on().budget().periodCode(),
                                        s.on().own()))
                .toList();
    }

    private List<Answer.Shortfall> shortfall() {
        return shares.stream()
                .filter(s -> s.beyondMinor() > 0)
                .map(s -> new Answer.Shortfall(s.on().budget().code(), money(s.beyondMinor())))
                .toList();
    }

    private Money money(long minor) {
        return new Money(minor, draft.cost().currency());
    }
}
