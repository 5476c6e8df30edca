package app.leeway.guardrail;

import app.leeway.guardrail.InForce.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All guardrails and clauses of a company, every revision of them, at one revision of the company.
 * Immutable and pure: no clock, no database; the same proposal and facts get the same verdict for
 * ever, so history can be replayed.
 *
 * <p>A guardrail has a say when it holds on the day of the proposal where it happens, its scope
 * matches, and none that holds and matches replaces it. One that counts by customer, visit or site
 * is silent about a proposal without.
 */
public final class Guardrails {

    private final List<Guardrail> revisions;
    private final List<Clause> clauses;
    private final Map<String, Clause> clausesByCode = new HashMap<>();
    private final Timeline timeline;

    public Guardrails(List<Guardrail> revisions, List<Clause> clauses) {
        this(revisions, clauses, List.of());
    }

    /**
     * @param revisions every revision of every guardrail, in the company file's order
     * @param former clauses that are retired, but may have been bent
     * @throws IllegalArgumentException when they contradict each other: two clauses with one code,
     *     revisions that are not counted 1, 2, 3 by their first day, guardrails that replace each
     *     other in a circle
     */
    public Guardrails(List<Guardrail> revisions, List<Clause> clauses, List<Clause> former) {
        this.revisions = List.copyOf(revisions);
        this.clauses = List.copyOf(clauses);
        this.timeline = new Timeline(this.revisions);
        clauses.forEach(this::know);
        former.forEach(this::know);
    }

    private void know(Clause clause) {
        if (clausesByCode.put(clause.code(), clause) != null) {
            throw new IllegalArgumentException("clause '" + clause.code() + "' is there twice");
        }
    }

    /** The same revisions with their numbers: 1, 2, 3 of each code by their first day. */
    public static List<Guardrail> counted(List<Guardrail> revisions) {
        Map<String, List<LocalDate>> days =
                revisions.stream()
                        .sorted(Comparator.comparing(Guardrail::from))
                        .collect(
                                Collectors.groupingBy(
                                        Guardrail::code,
                                        Collectors.mapping(Guardrail::from, Collectors.toList())));
        return revisions.stream()
                .map(g -> g.counted(1 + Collections.binarySearch(days.get(g.code()), g.from())))
                .toList();
    }

    /**
     * What must be counted before the proposal can be judged: by each guardrail the window in which
     * it happens, and for a late entry also the one in which it is logged, so that no date given to
     * it makes room.
     */
    public List<Question> questions(Proposal proposal) {
        List<Question> questions = new ArrayList<>();
        for (Rule rule : matching(proposal)) {
            Guardrail guardrail = rule.guardrail();
            if (guardrail.measure().isCumulative() && guardrail.measure().hasKey(proposal)) {
                Question then = Question.of(guardrail, proposal, proposal.judgedFor());
                questions.add(then);
                if (proposal.toldAt() != null) {
                    Question told = Question.of(guardrail, proposal, proposal.toldAt());
                    if (!told.equals(then)) {
                        questions.add(told);
                    }
                }
            }
        }
        return questions;
    }

    /**
     * The strictest of what every guardrail in force, every clause bent and every budget drawn on
     * has to say, and all of their reasons.
     *
     * @throws IllegalStateException when a question about the proposal was not answered
     * @throws IllegalArgumentException when it bends a clause that the company does not have
     */
    public Verdict judge(Proposal proposal, Facts facts) {
        List<Reason> reasons = new ArrayList<>();
        InForce inForce = timeline.at(proposal.judgedFor(), proposal.zone());
        if (inForce.isEmpty()) {
            reasons.add(Reason.noRules(proposal));
        }
        judge(inForce.about(proposal.kind()), proposal, facts, reasons);
        judge(inForce.aboutAnyKind(), proposal, facts, reasons);
        for (String code : proposal.bends()) {
            Clause clause = bent(code);
            if (clause.outcome() != Outcome.GO) {
                reasons.add(Reason.of(clause));
            }
        }
        for (Headroom room : facts.rooms()) {
            if (proposal.cost().minor() > room.leftMinor()) {
                reasons.add(Reason.of(room, proposal.cost()));
            }
        }
        return Verdict.of(reasons);
    }

    /** Nothing is made for rules that do not speak: this runs for each gesture. */
    private static void judge(Rule[] rules, Proposal proposal, Facts facts, List<Reason> reasons) {
        long cost = proposal.cost().minor();
        for (Rule rule : rules) {
            if (rule.matches(proposal) && cost > rule.guardrail().speaksAbove(proposal, facts)) {
                reasons.add(Reason.of(rule.guardrail(), proposal, facts));
            }
        }
    }

    /**
     * The costs above which each rule would speak, for a proposal that is otherwise this one; those
     * that speak at no cost are left out. In the order in which {@link #judge} meets them.
     */
    public List<Threshold> bounds(Proposal proposal, Facts facts) {
        List<Threshold> bounds = new ArrayList<>();
        if (timeline.at(proposal.judgedFor(), proposal.zone()).isEmpty()) {
            bounds.add(new Threshold(-1, Reason.Type.RECORD, Reason.NO_RULES, Outcome.ASK));
        }
        for (Rule rule : matching(proposal)) {
            Guardrail guardrail = rule.guardrail();
            long above = guardrail.speaksAbove(proposal, facts);
            if (above != Measure.NEVER) {
                bounds.add(
                        new Threshold(
                                above,
                                Reason.Type.GUARDRAIL,
                                guardrail.code(),
                                guardrail.otherwise()));
            }
        }
        for (String code : proposal.bends()) {
            Clause clause = bent(code);
            if (clause.outcome() != Outcome.GO) {
                bounds.add(new Threshold(-1, Reason.Type.CLAUSE, code, clause.outcome()));
            }
        }
        for (Headroom room : facts.rooms()) {
            bounds.add(
                    new Threshold(
                            room.leftMinor(), Reason.Type.BUDGET, room.budget(), room.exhausted()));
        }
        return bounds;
    }

    private List<Rule> matching(Proposal proposal) {
        InForce inForce = timeline.at(proposal.judgedFor(), proposal.zone());
        List<Rule> matching = new ArrayList<>();
        for (Rule rule : inForce.about(proposal.kind())) {
            if (rule.matches(proposal)) {
                matching.add(rule);
            }
        }
        for (Rule rule : inForce.aboutAnyKind()) {
            if (rule.matches(proposal)) {
                matching.add(rule);
            }
        }
        return matching;
    }

    private Clause bent(String code) {
        return clause(code)
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no clause '" + code + "'"));
    }

    /** Also one that is retired. */
    public Optional<Clause> clause(String code) {
        return Optional.ofNullable(clausesByCode.get(code));
    }

    public List<Guardrail> revisions() {
        return revisions;
    }

    /** Those in use, in the company file's order. */
    public List<Clause> clauses() {
        return clauses;
    }
}
