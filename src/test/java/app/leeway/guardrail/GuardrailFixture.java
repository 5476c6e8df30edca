package app.leeway.guardrail;

import app.leeway.shared.LocalizedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A company with its rules, its budgets and what it gave before: {@code
 * rules(rule("single").amount(500)).after(goodwill(300)).judge(goodwill(400))}. The questions are
 * answered from the history the way {@link Question} says.
 */
final class GuardrailFixture {

    private final List<Guardrail> revisions = new ArrayList<>();
    private final List<Clause> clauses = new ArrayList<>();
    private final List<Headroom> rooms = new ArrayList<>();
    private final List<Proposal> history = new ArrayList<>();
    private Guardrails guardrails;

    static GuardrailFixture rules(RuleFixture... rules) {
        GuardrailFixture company = new GuardrailFixture();
        for (RuleFixture rule : rules) {
            company.revisions.add(rule.build());
        }
        return company;
    }

    static GuardrailFixture rules(List<Guardrail> revisions) {
        GuardrailFixture company = new GuardrailFixture();
        company.revisions.addAll(revisions);
        return company;
    }

    /** The same company with one more rule. */
    GuardrailFixture and(RuleFixture more) {
        GuardrailFixture company = rules(revisions);
        company.revisions.add(more.build());
        company.clauses.addAll(clauses);
        company.rooms.addAll(rooms);
        company.history.addAll(history);
        return company;
    }

    GuardrailFixture clause(String code, Clause.Bendable bendable, String sv, String en) {
        guardrails = null;
        clauses.add(new Clause(code, bendable, new LocalizedText(sv, en)));
        return this;
    }

    GuardrailFixture room(Headroom room) {
        rooms.add(room);
        return this;
    }

    GuardrailFixture after(ProposalFixture... given) {
        for (ProposalFixture proposal : given) {
            history.add(proposal.build());
        }
        return this;
    }

    Guardrails guardrails() {
        if (guardrails == null) {
            guardrails = new Guardrails(revisions, clauses);
        }
        return guardrails;
    }

    Verdict judge(ProposalFixture fixture) {
        return judge(fixture.build());
    }

    Verdict judge(Proposal proposal) {
        return guardrails().judge(proposal, facts(proposal));
    }

    Outcome outcome(ProposalFixture proposal) {
        return judge(proposal).outcome();
    }

    List<Threshold> bounds(ProposalFixture proposal) {
        return guardrails().bounds(proposal.build(), facts(proposal.build()));
    }

    List<Question> questions(ProposalFixture proposal) {
        return guardrails().questions(proposal.build());
    }

    Facts facts(Proposal proposal) {
        Map<Question, Usage> answers = new HashMap<>();
        for (Question question : guardrails().questions(proposal)) {
            answers.put(question, answer(question));
        }
        return new Facts(answers, rooms);
    }

    private Usage answer(Question question) {
        return question.tally(
                history.stream()
                        .filter(p -> question.guardrail().when().matches(p))
                        .filter(p -> question.keyValue().equals(key(question).of(p)))
                        .filter(question::isInTime)
                        .map(p -> new Question.Given(p.judgedFor(), p.toldAt(), p.cost().minor()))
                        .toList());
    }

    private static Measure.Key key(Question question) {
        return question.guardrail().measure().key();
    }
}
