package app.leeway.gesture;

import app.leeway.budget.Budget;
import app.leeway.budget.BudgetBalance;
import app.leeway.catalogue.Kind;
import app.leeway.gesture.CountingGestures.Counted;
import app.leeway.guardrail.Facts;
import app.leeway.guardrail.Headroom;
import app.leeway.guardrail.Outcome;
import app.leeway.guardrail.Proposal;
import app.leeway.guardrail.Question;
import app.leeway.guardrail.Reason;
import app.leeway.guardrail.Threshold;
import app.leeway.guardrail.Usage;
import app.leeway.guardrail.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One gesture among those of its batch: what was counted in the database, and what was decided in
 * the batch before it, together are the facts on which it is judged.
 */
final class Assessment {

    private final ResolvedRequest draft;
    private final Proposal proposal;
    private final String priceLevel;
    private final List<Question> questions;

    Assessment(ResolvedRequest draft, ResolvedRequest.KnownCustomer customer) {
        this.draft = draft;
        this.proposal = draft.proposal(customer);
        this.priceLevel = customer == null ? null : customer.priceLevel();
        this.questions = draft.premises().guardrails().questions(proposal);
    }

    ResolvedRequest draft() {
        return draft;
    }

    Proposal proposal() {
        return proposal;
    }

    /** All that it is counted by, also where no question is asked. */
    GestureStore.Keys keys() {
        return new GestureStore.Keys(
                proposal.staff(), proposal.customer(), proposal.visit(), proposal.site());
    }

    List<Question> questions() {
        return questions;
    }

    /** The costs above which a rule would speak. */
    List<Threshold> bounds(Map<Question, Counted> counted, Map<Long, BudgetBalance> standings) {
        return draft.premises().guardrails().bounds(proposal, facts(List.of(), counted, standings));
    }

    Decision decide(
            List<Decision> before,
            Map<Question, Counted> counted,
            Map<Long, BudgetBalance> standings) {
        Facts facts = facts(before, counted, standings);
        Decision decision = Decision.of(draft, proposal, priceLevel, verdict(facts), standings);
        return draft.request().customerWaiting() == null ? decision : fallingBack(decision, facts);
    }

    /** With what would be granted if a customer waited, and nobody answered. */
    Decision couldFallBack(
            Decision decision, Map<Question, Counted> counted, Map<Long, BudgetBalance> standings) {
        return draft.request().plannedFor() != null
                ? decision
                : fallingBack(decision, facts(List.of(), counted, standings));
    }

    private Decision fallingBack(Decision decision, Facts facts) {
        boolean canBeSplit =
                decision.state() == GestureState.AWAITING_APPROVAL
                        && draft.kind().cost() == Kind.CostModel.ENTERED;
        return canBeSplit ? decision.fallingBackTo(leewayMinor(facts)) : decision;
    }

    /**
     * What nobody would have to be asked for, and there is room for on every budget, in minor
     * units.
     */
    private long leewayMinor(Facts facts) {
        long rules =
                draft.premises().guardrails().bounds(proposal, facts).stream()
                        .filter(bound -> bound.outcome().compareTo(Outcome.ASK) >= 0)
                        .mapToLong(Threshold::aboveMinor)
                        .min()
                        .orElse(Long.MAX_VALUE);
        long room =
                facts.rooms().stream().mapToLong(Headroom::leftMinor).min().orElse(Long.MAX_VALUE);
        return Math.min(rules, room);
    }

    private Facts facts(
            List<Decision> before,
            Map<Question, Counted> counted,
            Map<Long, BudgetBalance> standings) {
        Map<Question, Usage> tallies = new HashMap<>();
        for (Question question : questions) {
            tallies.put(question, tally(question, counted, before));
        }
        return new Facts(tallies, rooms(standings));
    }

    /** What a question comes to: as it was counted, and what was decided since. */
    static Usage tally(
            Question question, Map<Question, Counted> counted, List<Decision> decisions) {
        List<Question.Given> since =
                decisions.stream()
                        .filter(decision -> counts(question, decision))
                        .map(
                                d ->
                                        new Question.Given(
                                                d.draft().judgedFor(),
                                                d.draft().toldAt(),
                                                d.draft().cost().minor()))
                        .toList();
        return counted.get(question).with(question, since);
    }

    private Verdict verdict(Facts facts) {
        Verdict verdict = draft.premises().guardrails().judge(proposal, facts);
        if (!draft.lacksCustomer() && !draft.booking().isLongAgo()) {
            return verdict;
        }
        List<Reason> reasons = new ArrayList<>(verdict.reasons());
        if (draft.booking().isLongAgo()) {
            reasons.add(Reason.longAgo(proposal, draft.booking().withinDays()));
        }
        if (draft.lacksCustomer()) {
            reasons.add(Reason.customerUnknown(draft.kind().name()));
        }
        return Verdict.of(reasons);
    }

    private List<Headroom> rooms(Map<Long, BudgetBalance> standings) {
        List<Headroom> rooms = new ArrayList<>();
        for (ResolvedRequest.DrawnOn on : draft.draws()) {
            Budget budget = on.budget();
            BudgetBalance standing = standings.get(on.periodId());
            rooms.add(
                    new Headroom(
                            budget.code(),
                            Math.max(0, standing.leftMinor()),
                            standing.limitMinor(),
                            budget.periodCode(),
                            on.own(),
                            budget.exhausted()));
        }
        return rooms;
    }

    /** Whether a gesture decided in the same batch is one of those that the question is about. */
    private static boolean counts(Question question, Decision decision) {
        if (decision.state() == GestureState.REFUSED) {
            return false;
        }
        Proposal other = decision.proposal();
        return question.isInTime(other)
                && question.keyValue().equals(question.guardrail().measure().key().of(other))
                && question.guardrail().when().matches(other);
    }
}
