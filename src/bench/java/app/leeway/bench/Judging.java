package app.leeway.bench;

import app.leeway.guardrail.Facts;
import app.leeway.guardrail.Guardrails;
import app.leeway.guardrail.Outcome;
import app.leeway.guardrail.Proposal;
import app.leeway.guardrail.Question;
import app.leeway.guardrail.Usage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Scenario 4: {@code judge} alone, on one thread, against Drools with the same 50 rules, and with
 * 10,000 revisions of them. Both must come to the same outcome for every proposal.
 */
final class Judging {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int RULES = 50;
    private static final int REVISIONS_EACH = 200;
    private static final int PROPOSALS = 1024;
    private static final int ROUNDS = 11;
    private static final int OURS_EACH = 300_000;
    private static final int DROOLS_EACH = 30_000;

    private final Report report;
    private final List<Proposal> proposals = RuleSet.proposals(PROPOSALS, PROPOSALS);
    private final List<Proposal> spokenOf = RuleSet.proposals(PROPOSALS, 1);

    Judging(Report report) {
        this.report = report;
    }

    void run() {
        Guardrails rules = new Guardrails(RuleSet.guardrails(RULES, 1), List.of());
        IntFunction<Outcome> few = ours(rules, proposals);
        IntFunction<Outcome> many =
                ours(
                        new Guardrails(RuleSet.guardrails(RULES, REVISIONS_EACH), List.of()),
                        proposals);
        try (DroolsJudge drools = new DroolsJudge(RuleSet.guardrails(RULES, 1))) {
            IntFunction<Outcome> peer = n -> drools.judge(proposals.get(n));
            mustAgree(few, many, peer);
            for (int i = 0; i < 2; i++) { // until compiled
                micros(few, OURS_EACH);
                micros(many, OURS_EACH);
                micros(peer, DROOLS_EACH);
            }
            compare(few, many, peer);
        }
        IntFunction<Outcome> spoken = ours(rules, spokenOf);
        micros(spoken, DROOLS_EACH);
        report.note(
                "a verdict with all its reasons in two languages: %.1f us"
                        .formatted(micros(spoken, DROOLS_EACH)));
    }

    private void compare(
            IntFunction<Outcome> few, IntFunction<Outcome> many, IntFunction<Outcome> peer) {
        List<Double> ours = new ArrayList<>();
        List<Double> overDrools = new ArrayList<>();
        List<Double> overFew = new ArrayList<>();
        double drools = micros(peer, DROOLS_EACH);
        for (int i = 0; i < ROUNDS; i++) {
            double one = micros(few, OURS_EACH);
            double other = micros(many, OURS_EACH);
            double again = micros(peer, DROOLS_EACH);
            ours.add(one);
            overDrools.add((drools + again) / 2 / one);
            overFew.add(other / one);
            drools = again;
        }
        report.add(
                Finding.figure(
                        4,
                        "judge with " + RULES + " rules, nothing to say",
                        Ratio.of(ours).median(),
                        Goal.atMost(" us", 5, 1, 0.3)));
        report.add(
                Finding.ratio(
                        4,
                        "Drools : judge, " + RULES + " rules",
                        Ratio.of(overDrools),
                        Goal.atLeast("x", 1, 10, 30)));
        report.add(
                Finding.ratio(
                        4,
                        "judge with " + RULES * REVISIONS_EACH + " revisions : with " + RULES,
                        Ratio.of(overFew),
                        Goal.atMost("x", 3, 2, 1.5)));
    }

    private static IntFunction<Outcome> ours(Guardrails guardrails, List<Proposal> proposals) {
        List<Facts> facts = proposals.stream().map(p -> facts(guardrails, p)).toList();
        return n -> guardrails.judge(proposals.get(n), facts.get(n)).outcome();
    }

    private static Facts facts(Guardrails guardrails, Proposal proposal) {
        Map<Question, Usage> answers = new HashMap<>();
        guardrails
                .questions(proposal)
                .forEach(q -> answers.put(q, new Usage(RuleSet.givenBefore(proposal), 1)));
        return new Facts(answers, List.of());
    }

    private static void mustAgree(
            IntFunction<Outcome> few, IntFunction<Outcome> many, IntFunction<Outcome> peer) {
        for (int n = 0; n < PROPOSALS; n++) {
            Outcome outcome = few.apply(n);
            if (peer.apply(n) != outcome || many.apply(n) != outcome) {
                throw new IllegalStateException(
                        "proposal %d: %s, with many revisions %s, by Drools %s"
                                .formatted(n, outcome, many.apply(n), peer.apply(n)));
            }
        }
    }

    /** Of the processor, for one verdict. */
    private static double micros(IntFunction<Outcome> judge, int times) {
        long from = THREADS.getCurrentThreadCpuTime();
        int severity = 0;
        for (int i = 0; i < times; i++) {
            severity += judge.apply(i % PROPOSALS).ordinal();
        }
        double micros = (THREADS.getCurrentThreadCpuTime() - from) / 1000.0 / times;
        if (severity == 0) {
            throw new IllegalStateException("no rule ever spoke: nothing was measured");
        }
        return micros;
    }
}
