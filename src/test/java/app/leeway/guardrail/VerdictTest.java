package app.leeway.guardrail;

import static app.leeway.guardrail.GuardrailFixture.rules;
import static app.leeway.guardrail.Outcome.ASK;
import static app.leeway.guardrail.Outcome.GO;
import static app.leeway.guardrail.Outcome.GO_AND_TELL;
import static app.leeway.guardrail.Outcome.STOP;
import static app.leeway.guardrail.ProposalFixture.goodwill;
import static app.leeway.guardrail.RuleFixture.kind;
import static app.leeway.guardrail.RuleFixture.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.leeway.guardrail.Clause.Bendable;
import app.leeway.shared.LocalizedText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How guardrails, clauses and budgets come together. */
class VerdictTest {

    private static Headroom annaDay(long leftKronor) {
        return new Headroom("anna-day", leftKronor * 100, 80_000, "day", true, ASK);
    }

    @Test
    void theStrictestWinsAndEveryReasonIsKeptStrictestFirst() {
        Verdict verdict =
                rules(
                                rule("told").amount(0).otherwise(GO_AND_TELL),
                                rule("ceiling").amount(50_000).otherwise(STOP),
                                rule("single").amount(5_000).otherwise(ASK))
                        .clause("receipt", Bendable.APPROVAL, "Kvitto krävs", "Receipt needed")
                        .room(annaDay(80))
                        .judge(goodwill(60_000).bending("receipt"));

        assertThat(verdict.outcome()).isEqualTo(STOP);
        assertThat(verdict.reasons())
                .extracting(Reason::rule)
                .containsExactly("ceiling", "single", "receipt", "anna-day", "told");
    }

    @Test
    void withNothingToSayItIsAPlainGo() {
        assertThat(rules(rule("single").amount(500)).judge(goodwill(500)))
                .isEqualTo(new Verdict(GO, List.of()));
    }

    @Test
    void rulesOfTheKindAreNamedBeforeThoseOfEverything() {
        assertThat(
                        rules(
                                        rule("company-single").amount(1),
                                        rule("single").about(kind("goodwill")).amount(1))
                                .judge(goodwill(2))
                                .reasons())
                .extracting(Reason::rule)
                .containsExactly("single", "company-single");
    }

    @ParameterizedTest
    @CsvSource({"FREELY, GO", "GUARDRAILS, GO", "APPROVAL, ASK", "NEVER, STOP"})
    void bendingAClauseComesToWhatItSays(Bendable bendable, Outcome outcome) {
        Verdict verdict =
                rules(rule("single").amount(500))
                        .clause("clause", bendable, "Så är det", "So it is")
                        .judge(goodwill(1).bending("clause"));

        assertThat(verdict.outcome()).isEqualTo(outcome);
        assertThat(verdict.reasons()).hasSize(outcome == GO ? 0 : 1);
    }

    @Test
    void aClauseThatIsNotBentSaysNothing() {
        assertThat(
                        rules(rule("single").amount(500))
                                .clause("belt", Bendable.NEVER, "Bälte", "Belt")
                                .outcome(goodwill(1)))
                .isEqualTo(GO);
    }

    @Test
    void aClauseThatNobodyWroteIsNoClause() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rules(rule("a")).judge(goodwill(0).bending("belt")))
                .withMessage("there is no clause 'belt'");
    }

    @Test
    void aRetiredClauseIsStillJudged() {
        Clause belt = new Clause("belt", Bendable.NEVER, LocalizedText.same("Belt"));
        Guardrails guardrails =
                new Guardrails(List.of(rule("a").build()), List.of(), List.of(belt));

        assertThat(guardrails.clauses()).isEmpty();
        assertThat(guardrails.clause("belt")).contains(belt);
        assertThat(
                        guardrails
                                .judge(
                                        goodwill(0).bending("belt").build(),
                                        new Facts(Map.of(), List.of()))
                                .outcome())
                .isEqualTo(STOP);
    }

    @Test
    void aBudgetMayBeEmptiedButNotPassed() {
        GuardrailFixture company = rules(rule("single").amount(500)).room(annaDay(120));

        assertThat(company.outcome(goodwill("120.00"))).isEqualTo(GO);
        assertThat(company.outcome(goodwill("120.01"))).isEqualTo(ASK);
    }

    @Test
    void anEmptyBudgetLetsPassWhatCostsNothing() {
        assertThat(rules(rule("a")).room(annaDay(0)).outcome(goodwill(0))).isEqualTo(GO);
    }

    @ParameterizedTest
    @CsvSource({"GO_AND_TELL", "ASK", "STOP"})
    void aBudgetWithoutRoomContributesItsOwnOutcome(Outcome exhausted) {
        Headroom month = new Headroom("krogen-month", 0, 100, "month", false, exhausted);

        assertThat(rules(rule("single").amount(500)).room(month).outcome(goodwill(1)))
                .isEqualTo(exhausted);
    }

    @Test
    void aRoomThatMakesNoSenseIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> annaDay(-1))
                .withMessage("budget 'anna-day' has less than nothing left: -100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Headroom("b", 0, 0, "day", false, GO))
                .withMessage("budget 'b' needs an outcome other than GO when exhausted");
    }

    @Test
    void aVerdictNeverRestsOnAGuess() {
        Guardrails guardrails = rules(rule("sum").sum(Measure.Key.CUSTOMER, 1)).guardrails();

        assertThatIllegalStateException()
                .isThrownBy(
                        () -> guardrails.judge(goodwill(0).build(), new Facts(Map.of(), List.of())))
                .withMessageContaining("nobody answered");
    }

    @Test
    void factsAreThoseOfOneProposal() {
        Guardrails guardrails = rules(rule("sum").sum(Measure.Key.CUSTOMER, 1)).guardrails();
        Question one = guardrails.questions(goodwill(0).build()).get(0);
        Question other = guardrails.questions(goodwill(0).forCustomer(2).build()).get(0);

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Facts(
                                        Map.of(one, Usage.NOTHING, other, Usage.NOTHING),
                                        List.of()))
                .withMessageContaining("answered twice");
    }

    @Test
    void aGestureCostsNothingOrMore() {
        assertThatIllegalArgumentException().isThrownBy(() -> goodwill(-1).build());
    }
}
