package app.leeway.guardrail;

import static app.leeway.guardrail.GuardrailFixture.rules;
import static app.leeway.guardrail.Measure.Key.CUSTOMER;
import static app.leeway.guardrail.Measure.Key.GESTURE;
import static app.leeway.guardrail.Measure.Key.SITE;
import static app.leeway.guardrail.Measure.Key.STAFF;
import static app.leeway.guardrail.Measure.Key.VISIT;
import static app.leeway.guardrail.Outcome.ASK;
import static app.leeway.guardrail.Outcome.GO;
import static app.leeway.guardrail.ProposalFixture.goodwill;
import static app.leeway.guardrail.RuleFixture.rule;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.shared.Period;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every measure, by every key, in every kind of window. */
class CountingTest {

    @Test
    void anAmountMayBeReachedButNotPassed() {
        GuardrailFixture company = rules(rule("single").amount(500));

        assertThat(company.outcome(goodwill("499.99"))).isEqualTo(GO);
        assertThat(company.outcome(goodwill("500.00"))).isEqualTo(GO);
        assertThat(company.outcome(goodwill("500.01"))).isEqualTo(ASK);
    }

    @Test
    void anAmountOfNothingLetsOnlyFreeGesturesPass() {
        GuardrailFixture company = rules(rule("told").amount(0));

        assertThat(company.outcome(goodwill("0.00"))).isEqualTo(GO);
        assertThat(company.outcome(goodwill("0.01"))).isEqualTo(ASK);
    }

    @Test
    void aSumOfOneGestureIsItsAmount() {
        GuardrailFixture company = rules(rule("single").sum(GESTURE, 500)).after(goodwill(500));

        assertThat(company.outcome(goodwill(500))).isEqualTo(GO);
        assertThat(company.outcome(goodwill(501))).isEqualTo(ASK);
    }

    @Test
    void whatIsForbiddenIsForbiddenWhateverItCosts() {
        GuardrailFixture company = rules(rule("not-here").forbidden());

        assertThat(company.outcome(goodwill(0))).isEqualTo(ASK);
    }

    @Test
    void aCountOfOneGestureSpeaksAlwaysOrNever() {
        assertThat(rules(rule("lone").count(GESTURE, 0)).outcome(goodwill(0))).isEqualTo(ASK);
        assertThat(rules(rule("one").count(GESTURE, 1)).outcome(goodwill(9000))).isEqualTo(GO);
    }

    static Stream<Arguments> keysAndWhatDoesNotShareThem() {
        return Stream.of(
                Arguments.of(STAFF, other(p -> p.byPerson(2))),
                Arguments.of(CUSTOMER, other(p -> p.forCustomer(1002))),
                Arguments.of(VISIT, other(p -> p.onVisit("B-8"))),
                Arguments.of(SITE, other(p -> p.at("gymmet", "north", "nordlyst"))));
    }

    private static UnaryOperator<ProposalFixture> other(UnaryOperator<ProposalFixture> change) {
        return change;
    }

    private static ProposalFixture onOneVisit(long kronor) {
        return goodwill(kronor).onVisit("B-7");
    }

    @ParameterizedTest
    @MethodSource("keysAndWhatDoesNotShareThem")
    void aSumAddsUpWhatSharesTheKey(Measure.Key key, UnaryOperator<ProposalFixture> elsewhere) {
        GuardrailFixture company =
                rules(rule("sum").sum(key, 600))
                        .after(onOneVisit(400), elsewhere.apply(onOneVisit(600)));

        assertThat(company.outcome(onOneVisit(200))).isEqualTo(GO);
        assertThat(company.outcome(onOneVisit(201))).isEqualTo(ASK);
    }

    @ParameterizedTest
    @MethodSource("keysAndWhatDoesNotShareThem")
    void aCountCountsWhatSharesTheKey(Measure.Key key, UnaryOperator<ProposalFixture> elsewhere) {
        GuardrailFixture company =
                rules(rule("count").count(key, 2))
                        .after(onOneVisit(1), elsewhere.apply(onOneVisit(1)));

        assertThat(company.outcome(onOneVisit(1))).isEqualTo(GO);
        assertThat(company.after(onOneVisit(1)).outcome(onOneVisit(0))).isEqualTo(ASK);
    }

    static Stream<Arguments> keysAndWhoHasNone() {
        return Stream.of(
                Arguments.of(CUSTOMER, goodwill(9000).forNobodyKnown()),
                Arguments.of(VISIT, goodwill(9000)),
                Arguments.of(SITE, goodwill(9000).atNoSite()));
    }

    @ParameterizedTest
    @MethodSource("keysAndWhoHasNone")
    void withoutTheKeyItIsSilentAndAsksNothing(Measure.Key key, ProposalFixture proposal) {
        GuardrailFixture company = rules(rule("sum").sum(key, 1), rule("count").count(key, 0));

        assertThat(company.questions(proposal)).isEmpty();
        assertThat(company.judge(proposal).reasons()).isEmpty();
        assertThat(company.bounds(proposal)).isEmpty();
    }

    @Test
    void whatIsOutsideTheScopeOfTheGuardrailIsNotAddedUp() {
        GuardrailFixture company =
                rules(rule("recovery").about(RuleFixture.category("recovery")).sum(CUSTOMER, 600))
                        .after(goodwill(600).ofKind("treat", "delight", "Gest", "Treat"));

        assertThat(company.outcome(goodwill(600))).isEqualTo(GO);
    }

    @ParameterizedTest
    @EnumSource(Period.class)
    void aCalendarPeriodBeginsAnewAtMidnightWhereItHappens(Period period) {
        GuardrailFixture company =
                rules(rule("sum").from("2025-01-01").sum(STAFF, 600).per(period))
                        .after(goodwill(600).on("2025-12-31T23:59:59"));

        // 1 January 2026 is a Thursday: the week goes on, all else begins anew.
        Outcome onNewYear = period == Period.WEEK ? ASK : GO;
        assertThat(company.outcome(goodwill(1).on("2025-12-31T22:00"))).isEqualTo(ASK);
        assertThat(company.outcome(goodwill(1).on("2026-01-01T00:00"))).isEqualTo(onNewYear);
        assertThat(company.outcome(goodwill(1).on("2026-01-05T00:00"))).isEqualTo(GO);
    }

    @Test
    void withoutAWindowItCountsForAllTime() {
        GuardrailFixture company =
                rules(rule("sum").sum(CUSTOMER, 600))
                        .after(goodwill(300).on("2016-02-29T12:00"))
                        .after(goodwill(300).on("2036-02-29T12:00"));

        assertThat(company.outcome(goodwill(1))).isEqualTo(ASK);
    }

    @Test
    void aRollingWindowLetsGoOfWhatIsExactlyThatLongAgo() {
        GuardrailFixture company =
                rules(rule("sum").sum(CUSTOMER, 600).within("P30D"))
                        .after(goodwill(600).on("2026-11-01T10:00"));

        assertThat(company.outcome(goodwill(1).on("2026-12-01T09:59:59"))).isEqualTo(ASK);
        assertThat(company.outcome(goodwill(1).on("2026-12-01T10:00:00"))).isEqualTo(GO);
    }

    @Test
    void fourthGoodwillInThirtyDaysIsAskedAndAgainFineWhenTheFirstHasLeftTheWindow() {
        GuardrailFixture company =
                rules(rule("customer-30-days").sum(CUSTOMER, 1500).within("P30D"))
                        .after(goodwill(500).on("2026-11-01T10:00"))
                        .after(goodwill(500).on("2026-11-06T10:00"))
                        .after(goodwill(500).on("2026-11-11T10:00"));

        assertThat(company.outcome(goodwill(100).on("2026-11-12T10:00"))).isEqualTo(ASK);
        assertThat(company.outcome(goodwill(100).on("2026-12-01T10:00"))).isEqualTo(GO);
    }
}
