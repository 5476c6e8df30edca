package app.leeway.guardrail;

import static app.leeway.guardrail.GuardrailFixture.rules;
import static app.leeway.guardrail.Outcome.ASK;
import static app.leeway.guardrail.Outcome.GO;
import static app.leeway.guardrail.Outcome.GO_AND_TELL;
import static app.leeway.guardrail.ProposalFixture.goodwill;
import static app.leeway.guardrail.RuleFixture.kind;
import static app.leeway.guardrail.RuleFixture.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which revision holds when, and which guardrail replaces which. */
class InForceTest {

    private final GuardrailFixture goodwillThroughTheYear =
            rules(
                    rule("single").from("2026-01-01").amount(500),
                    rule("single").from("2026-07-01").revision(2).amount(600),
                    rule("single").from("2026-10-01").revision(3).amount(500));

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00,           1",
        "2026-06-30T23:59:59.999999999, 1",
        "2026-07-01T00:00:00,           2",
        "2026-09-30T23:59:59.999999999, 2",
        "2026-10-01T00:00:00,           3",
        "2036-10-01T12:00:00,           3"
    })
    void theLatestRevisionThatHasBegunHolds(String when, int revision) {
        assertThat(goodwillThroughTheYear.judge(goodwill(700).on(when)).reasons())
                .extracting(Reason::revision)
                .containsExactly(revision);
    }

    @Test
    void theFiguresAreThoseOfTheDayOnWhichItHappened() {
        assertThat(goodwillThroughTheYear.outcome(goodwill(600).on("2026-08-15T12:00")))
                .isEqualTo(GO);
        assertThat(goodwillThroughTheYear.outcome(goodwill(600))).isEqualTo(ASK);
    }

    @Test
    void theDayIsThatOfThePlace() {
        GuardrailFixture company = rules(rule("a"), rule("new").from("2026-07-01").forbidden());
        ProposalFixture lateInStockholm = goodwill(0).on("2026-06-30T23:30");

        assertThat(company.outcome(lateInStockholm)).isEqualTo(GO);
        assertThat(company.outcome(lateInStockholm.in("Europe/Helsinki"))).isEqualTo(ASK);
        assertThat(company.outcome(goodwill(0).on("2026-07-01T00:30").in("America/New_York")))
                .isEqualTo(GO);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29T00:00:00,           1", // the clock skips an hour on this day
        "2026-03-29T23:59:59.999999999, 1",
        "2026-03-30T00:00:00,           2",
        "2026-10-25T00:00:00,           3", // and has one twice on this
        "2026-10-25T23:59:59.999999999, 3",
        "2026-10-26T00:00:00,           4"
    })
    void daysOfDaylightSavingBeginAndEndAtMidnightToo(String when, int revision) {
        GuardrailFixture company =
                rules(
                        rule("a").from("2026-03-29").forbidden(),
                        rule("a").from("2026-03-30").revision(2).forbidden(),
                        rule("a").from("2026-10-25").revision(3).forbidden(),
                        rule("a").from("2026-10-26").revision(4).forbidden());

        assertThat(company.judge(goodwill(0).on(when)).reasons())
                .extracting(Reason::revision)
                .containsExactly(revision);
    }

    @Test
    void theLastDayIsTheOneBeforeUntil() {
        GuardrailFixture company =
                rules(rule("always"), rule("summer").until("2026-09-01").forbidden());

        assertThat(company.outcome(goodwill(0).on("2026-08-31T23:59:59"))).isEqualTo(ASK);
        assertThat(company.outcome(goodwill(0).on("2026-09-01T00:00:00"))).isEqualTo(GO);
    }

    @Test
    void whenALaterRevisionEndsTheEarlierDoesNotComeBack() {
        GuardrailFixture company =
                rules(
                        rule("always").amount(1000),
                        rule("a").forbidden(),
                        rule("a").from("2026-03-01").until("2026-04-01").revision(2).forbidden());

        assertThat(company.outcome(goodwill(0).on("2026-03-31T12:00"))).isEqualTo(ASK);
        assertThat(company.outcome(goodwill(0).on("2026-04-01T12:00"))).isEqualTo(GO);
    }

    @Test
    void beforeAnyRuleHeldItIsAskedAndSaysSo() {
        Verdict verdict = goodwillThroughTheYear.judge(goodwill(1).on("2025-12-31T23:59:59"));

        assertThat(verdict.outcome()).isEqualTo(ASK);
        assertThat(verdict.reasons())
                .extracting(Reason::type, Reason::rule)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Reason.Type.RECORD, "no-rules-in-force"));
    }

    @Test
    void rulesAboutOtherThingsAreRulesInForce() {
        assertThat(rules(rule("a").about(kind("treat")).forbidden()).outcome(goodwill(1)))
                .isEqualTo(GO);
    }

    @Test
    void afterAllRulesHaveEndedItIsAskedAgain() {
        assertThat(rules(rule("a").until("2026-02-01")).judge(goodwill(0)).reasons())
                .extracting(Reason::rule)
                .containsExactly("no-rules-in-force");
    }

    private static RuleFixture managers(String code) {
        return rule(code)
                .about(new Scope("goodwill", null, "manager", null, null, null, null, null))
                .amount(2000)
                .replacing("goodwill-single");
    }

    @Test
    void aGuardrailReplacesAnotherInsideItsScopeOnly() {
        GuardrailFixture company =
                rules(
                        rule("goodwill-single").about(kind("goodwill")).amount(500),
                        managers("goodwill-manager"));

        assertThat(company.outcome(goodwill(1500).by("staff", "manager"))).isEqualTo(GO);
        assertThat(company.judge(goodwill(2001).by("manager")).reasons())
                .extracting(Reason::rule)
                .containsExactly("goodwill-manager");
        assertThat(company.judge(goodwill(1500)).reasons())
                .extracting(Reason::rule)
                .containsExactly("goodwill-single");
    }

    @Test
    void itReplacesOnlyWhileItHolds() {
        GuardrailFixture company =
                rules(
                        rule("goodwill-single").about(kind("goodwill")).amount(500),
                        managers("goodwill-manager").from("2026-03-01").until("2026-04-01"));
        ProposalFixture proposal = goodwill(1500).by("manager");

        assertThat(company.outcome(proposal.on("2026-02-28T12:00"))).isEqualTo(ASK);
        assertThat(company.outcome(proposal.on("2026-03-31T12:00"))).isEqualTo(GO);
        assertThat(company.outcome(proposal.on("2026-04-01T12:00"))).isEqualTo(ASK);
    }

    @Test
    void whatIsReplacedAsksNothingAndHasNoBound() {
        GuardrailFixture company =
                rules(
                        rule("goodwill-single").sum(Measure.Key.CUSTOMER, 500),
                        managers("goodwill-manager"));
        ProposalFixture proposal = goodwill(1).by("manager");

        assertThat(company.questions(proposal)).isEmpty();
        assertThat(company.bounds(proposal))
                .extracting(Threshold::rule)
                .containsExactly("goodwill-manager");
    }

    @Test
    void guardrailsThatReplaceEachOtherAreRefusedForAllWouldBeSilent() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                rules(
                                                rule("a").replacing("b"),
                                                rule("b").replacing("c"),
                                                rule("c").from("2026-05-01").replacing("a"))
                                        .guardrails())
                .withMessage("guardrail 'a' is replaced by what it replaces itself");
    }

    @Test
    void replacingTheOtherWayRoundLaterOnIsFine() {
        GuardrailFixture company =
                rules(
                        rule("a").until("2026-05-01").amount(1).replacing("b"),
                        rule("b").amount(2).otherwise(GO_AND_TELL),
                        rule("a").from("2026-06-01").revision(2).amount(1),
                        rule("b").from("2026-06-01").revision(2).amount(2).replacing("a"));

        assertThat(company.outcome(goodwill(3).on("2026-02-01T12:00"))).isEqualTo(ASK);
        assertThat(company.outcome(goodwill(3).on("2026-05-01T12:00"))).isEqualTo(GO_AND_TELL);
        assertThat(company.judge(goodwill(3).on("2026-06-01T12:00")).reasons())
                .extracting(Reason::rule)
                .containsExactly("b");
    }
}
