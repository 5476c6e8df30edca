package app.leeway.guardrail;

import static app.leeway.guardrail.GuardrailFixture.rules;
import static app.leeway.guardrail.Measure.Key.CUSTOMER;
import static app.leeway.guardrail.Measure.Key.STAFF;
import static app.leeway.guardrail.Outcome.ASK;
import static app.leeway.guardrail.Outcome.GO;
import static app.leeway.guardrail.ProposalFixture.goodwill;
import static app.leeway.guardrail.ProposalFixture.stockholm;
import static app.leeway.guardrail.RuleFixture.rule;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.shared.Period;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is asked, and what an answer must hold. */
class QuestionTest {

    private static Question asked(RuleFixture rule, ProposalFixture proposal) {
        return rules(rule).questions(proposal).get(0);
    }

    @Test
    void onlyCumulativeGuardrailsAsk() {
        assertThat(rules(rule("a").amount(1), rule("b").forbidden()).questions(goodwill(1)))
                .isEmpty();
    }

    @Test
    void proposalsThatNeedTheSameAnswerAskTheSameQuestion() {
        RuleFixture staffDay = rule("staff-day").sum(STAFF, 1).per(Period.DAY);

        assertThat(asked(staffDay, goodwill(1).on("2026-11-22T00:00")))
                .isEqualTo(asked(staffDay, goodwill(2).on("2026-11-22T23:59")))
                .hasSameHashCodeAs(asked(staffDay, goodwill(2).on("2026-11-22T23:59")))
                .isNotEqualTo(asked(staffDay, goodwill(1).on("2026-11-23T00:00")))
                .isNotEqualTo(asked(staffDay, goodwill(1).byPerson(2)));
    }

    @Test
    void aDayOfDaylightSavingIsAskedAboutWhole() {
        RuleFixture staffDay = rule("staff-day").sum(STAFF, 1).per(Period.DAY);
        Question shortDay = asked(staffDay, goodwill(1).on("2026-03-29T12:00"));
        Question longDay = asked(staffDay, goodwill(1).on("2026-10-25T12:00"));

        assertThat(Duration.between(shortDay.from(), shortDay.until())).hasHours(23);
        assertThat(Duration.between(longDay.from(), longDay.until())).hasHours(25);
    }

    @Test
    void aRollingWindowLooksToBothSidesByTheClockOfThePlace() {
        Question question =
                asked(
                        rule("sum").sum(CUSTOMER, 1).within("P1D"),
                        goodwill(1).on("2026-03-29T12:00"));

        assertThat(question.from()).isEqualTo(stockholm("2026-03-28T12:00:00.000001"));
        assertThat(question.until()).isEqualTo(stockholm("2026-03-30T12:00"));
        assertThat(Duration.between(question.from(), question.until())).isLessThan(hours(47));
    }

    private static Duration hours(long hours) {
        return Duration.ofHours(hours);
    }

    @Test
    void withoutAWindowAllTimeIsAsked() {
        Question question = asked(rule("sum").sum(CUSTOMER, 1), goodwill(1));

        assertThat(question)
                .extracting(Question::from, Question::until, Question::around)
                .containsOnlyNulls();
        assertThat(question.keyValue()).isEqualTo("1001");
    }

    private final GuardrailFixture thirtyDays =
            rules(rule("sum").sum(CUSTOMER, 1500).within("P30D"));

    @Test
    void planningAheadSplitsNothing() {
        thirtyDays.after(
                goodwill(800).on("2026-11-20T12:00"), goodwill(600).on("2026-12-10T12:00"));

        assertThat(thirtyDays.outcome(goodwill(100).on("2026-12-01T12:00"))).isEqualTo(GO);
        assertThat(thirtyDays.outcome(goodwill(101).on("2026-12-01T12:00"))).isEqualTo(ASK);
    }

    @Test
    void theOrderInWhichTheyAreToldMakesNoDifference() {
        ProposalFixture early = goodwill(1000).on("2026-10-24T12:00");
        ProposalFixture late = goodwill(600).on("2026-11-23T11:59");

        assertThat(rules(thirtyDaysRule()).after(early).outcome(late)).isEqualTo(ASK);
        assertThat(rules(thirtyDaysRule()).after(late).outcome(early)).isEqualTo(ASK);
        late.on("2026-11-23T12:00");
        assertThat(rules(thirtyDaysRule()).after(early).outcome(late)).isEqualTo(GO);
        assertThat(rules(thirtyDaysRule()).after(late).outcome(early)).isEqualTo(GO);
    }

    private static RuleFixture thirtyDaysRule() {
        return rule("sum").sum(CUSTOMER, 1500).within("P30D");
    }

    @Test
    void whatNoSingleWindowHoldsIsNotAddedUp() {
        thirtyDays.after(
                goodwill(1000).on("2026-11-01T12:00"), goodwill(1000).on("2026-12-20T12:00"));

        assertThat(thirtyDays.outcome(goodwill(500).on("2026-11-25T12:00"))).isEqualTo(GO);
        assertThat(thirtyDays.outcome(goodwill(501).on("2026-11-25T12:00"))).isEqualTo(ASK);
    }

    @Test
    void sumAndNumberAreEachTheMostThatAnyWindowHolds() {
        Question question = asked(thirtyDaysRule(), goodwill(1).on("2026-11-25T12:00"));

        assertThat(
                        question.tally(
                                List.of(
                                        given("2026-11-01T12:00", 100),
                                        given("2026-11-02T12:00", 100),
                                        given("2026-12-20T12:00", 5000))))
                .isEqualTo(new Usage(5000, 2));
    }

    private static Question.Given given(String local, long minor) {
        return new Question.Given(stockholm(local), null, minor);
    }
}
