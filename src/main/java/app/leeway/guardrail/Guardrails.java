package app.leeway.guardrail;

import java.util.List;

/**
 * All guardrails and clauses of a company, every revision of them, at one revision of the company.
 * Immutable and pure: no clock, no database; the same proposal and facts get the same verdict for
 * ever, so history can be replayed.
 */
public final class Guardrails {

    private final List<Guardrail> revisions;
    private final List<Clause> clauses;

    public Guardrails(List<Guardrail> revisions, List<Clause> clauses) {
        this.revisions = List.copyOf(revisions);
        this.clauses = List.copyOf(clauses);
    }

    /** What must be counted before the proposal can be judged. */
    public List<Question> questions(Proposal proposal) {
        throw new UnsupportedOperationException("comes with the next commit");
    }

    /**
     * The strictest of what every guardrail in force, every clause bent and every budget drawn on
     * has to say.
     */
    public Verdict judge(Proposal proposal, Facts facts) {
        throw new UnsupportedOperationException("comes with the next commit");
    }

    /**
     * The costs above which each rule in force would speak, for a proposal that is otherwise this
     * one.
     */
    public List<Bound> bounds(Proposal proposal, Facts facts) {
        throw new UnsupportedOperationException("comes with the next commit");
    }

    public List<Guardrail> revisions() {
        return revisions;
    }

    public List<Clause> clauses() {
        return clauses;
    }
}
