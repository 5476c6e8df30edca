package app.leeway.guardrail;

import static app.leeway.guardrail.ProposalFixture.goodwill;
import static app.leeway.guardrail.RuleFixture.rule;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.shared.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What must be true of any rules and any gesture. Each company is told by its seed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StricterTest {

    private static final int COMPANIES = 300;
    private static final Outcome[] OUTCOMES = {Outcome.GO_AND_TELL, Outcome.ASK, Outcome.STOP};
    private static final String[] STRETCHES = {"P1D", "P14D", "P30D", "P1M"};

    private interface Claim {
        void holds(Random random, String company);
    }

    private static void forAnyCompany(Claim claim) {
        for (int seed = 0; seed < COMPANIES; seed++) {
            claim.holds(new Random(seed), "company " + seed);
        }
    }

    private static List<Guardrail> anyRules(Random random) {
        List<Guardrail> rules = new ArrayList<>();
        int number = 1 + random.nextInt(8);
        for (int i = 0; i < number; i++) {
            RuleFixture rule = anyRule(random, "rule-" + i);
            if (i > 0 && random.nextInt(4) == 0) {
                rule.replacing("rule-" + random.nextInt(i));
            }
            rules.add(rule.build());
        }
        return rules;
    }

    private static RuleFixture anyRule(Random random, String code) {
        RuleFixture rule = rule(code).otherwise(OUTCOMES[random.nextInt(3)]);
        rule.about(anyScope(random));
        Measure.Key key = Measure.Key.values()[1 + random.nextInt(4)];
        switch (random.nextInt(5)) {
            case 0 -> rule.count(key, random.nextInt(4));
            case 1 -> rule.sum(key, random.nextInt(1500));
            case 2 -> rule.sum(Measure.Key.GESTURE, random.nextInt(1500));
            case 3 -> {
                return random.nextInt(5) == 0 ? rule.forbidden() : rule;
            }
            default -> {
                return rule.amount(random.nextInt(1500));
            }
        }
        boolean counted = rule.build().measure().isCumulative();
        return switch (counted ? random.nextInt(3) : 2) {
            case 0 -> rule.within(STRETCHES[random.nextInt(STRETCHES.length)]);
            case 1 -> rule.per(Period.values()[random.nextInt(5)]);
            default -> rule;
        };
    }

    private static Scope anyScope(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> RuleFixture.kind(random.nextBoolean() ? "goodwill" : "treat");
            case 1 -> RuleFixture.category(random.nextBoolean() ? "recovery" : "delight");
            case 2 -> RuleFixture.role(random.nextBoolean() ? "staff" : "manager");
            case 3 -> RuleFixture.unit(random.nextBoolean() ? "krogen" : "gymmet");
            default -> Scope.ANYTHING;
        };
    }

    private static ProposalFixture anyProposal(Random random) {
        ProposalFixture proposal =
                goodwill(random.nextInt(1000))
                        .on(
                                "2026-11-%02dT%02d:00"
                                        .formatted(1 + random.nextInt(30), random.nextInt(24)))
                        .byPerson(random.nextInt(2))
                        .forCustomer(random.nextInt(2));
        if (random.nextInt(3) == 0) {
            proposal.onVisit("B-" + random.nextInt(2));
        }
        if (random.nextInt(5) == 0) {
            proposal.forNobodyKnown();
        }
        if (random.nextInt(4) == 0) {
            proposal.ofKind("treat", "delight", "Gest", "Treat");
        }
        if (random.nextInt(4) == 0) {
            proposal.by("staff", "manager");
        }
        return random.nextInt(4) == 0 ? proposal.at("gymmet", "north", "nordlyst") : proposal;
    }

    private static GuardrailFixture anyCompany(Random random) {
        GuardrailFixture company =
                GuardrailFixture.rules(anyRules(random))
                        .clause("belt", Clause.Bendable.NEVER, "Bälte", "Belt")
                        .clause("hours", Clause.Bendable.APPROVAL, "Tider", "Hours");
        for (int i = random.nextInt(6); i > 0; i--) {
            company.after(anyProposal(random));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            company.room(
                    new Headroom(
                            "budget-" + i,
                            random.nextInt(100_000),
                            100_000,
                            "day",
                            i == 1,
                            OUTCOMES[random.nextInt(3)]));
        }
        return company;
    }

    @Test
    void oneMoreRuleNeverMakesAVerdictMilder() {
        forAnyCompany(
                (random, company) -> {
                    GuardrailFixture before = anyCompany(random);
                    ProposalFixture proposal = anyProposal(random);
                    GuardrailFixture after = before.and(anyRule(random, "one-more"));

                    assertThat(after.outcome(proposal))
                            .as(company)
                            .isGreaterThanOrEqualTo(before.outcome(proposal));
                });
    }

    @Test
    void aHigherCostNeverMakesAVerdictMilder() {
        forAnyCompany(
                (random, company) -> {
                    GuardrailFixture rules = anyCompany(random);
                    ProposalFixture proposal = anyProposal(random);
                    Outcome milder = Outcome.GO;
                    for (int kronor = 0; kronor < 2000; kronor += 1 + random.nextInt(200)) {
                        Outcome outcome = rules.outcome(proposal.costing("" + kronor));
                        assertThat(outcome).as(company).isGreaterThanOrEqualTo(milder);
                        milder = outcome;
                    }
                });
    }

    @Test
    void theBoundsSayExactlyWhatTheVerdictsDo() {
        forAnyCompany(
                (random, company) -> {
                    GuardrailFixture rules = anyCompany(random);
                    ProposalFixture proposal = anyProposal(random);
                    if (random.nextInt(4) == 0) {
                        proposal.bending("hours", "belt");
                    }
                    List<Threshold> bounds = rules.bounds(proposal);
                    for (Threshold bound : bounds) {
                        for (long minor = bound.aboveMinor() - 1;
                                minor <= bound.aboveMinor() + 1;
                                minor++) {
                            if (minor >= 0) {
                                agree(rules, proposal.costingMinor(minor), bounds, company);
                            }
                        }
                    }
                    agree(rules, proposal.costingMinor(10_000_000), bounds, company);
                });
    }

    private static void agree(
            GuardrailFixture rules,
            ProposalFixture proposal,
            List<Threshold> bounds,
            String company) {
        long cost = proposal.build().cost().minor();
        List<String> passed =
                bounds.stream().filter(b -> cost > b.aboveMinor()).map(Threshold::rule).toList();
        assertThat(rules.judge(proposal).reasons())
                .as(company)
                .extracting(Reason::rule)
                .containsExactlyInAnyOrderElementsOf(passed);
    }

    @Test
    void theSameInputGetsTheSameVerdictForEver() {
        forAnyCompany(
                (random, company) -> {
                    long seed = random.nextLong();
                    Random first = new Random(seed);
                    Random again = new Random(seed);

                    assertThat(anyCompany(first).judge(anyProposal(first)))
                            .as(company)
                            .isEqualTo(anyCompany(again).judge(anyProposal(again)));
                });
    }

    @Test
    void judgingOtherDaysAndThingsInBetweenChangesNothing() {
        Random random = new Random(7);
        GuardrailFixture company = anyCompany(random);
        Guardrails guardrails = company.guardrails();
        Proposal proposal = anyProposal(random).build();
        Verdict first = guardrails.judge(proposal, company.facts(proposal));
        for (int i = 0; i < 500; i++) {
            Proposal other = anyProposal(random).build();
            guardrails.judge(other, company.facts(other));
        }

        assertThat(guardrails.judge(proposal, company.facts(proposal))).isEqualTo(first);
    }
}
