package app.leeway.guardrail;

import static app.leeway.guardrail.GuardrailFixture.rules;
import static app.leeway.guardrail.Measure.Key.CUSTOMER;
import static app.leeway.guardrail.Measure.Key.SITE;
import static app.leeway.guardrail.Measure.Key.STAFF;
import static app.leeway.guardrail.Measure.Key.VISIT;
import static app.leeway.guardrail.Outcome.ASK;
import static app.leeway.guardrail.Outcome.GO;
import static app.leeway.guardrail.ProposalFixture.goodwill;
import static app.leeway.guardrail.RuleFixture.rule;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.shared.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A late entry counts on the day it happened and on the day it is logged: no date makes room. */
class LateEntriesTest {

    private static final String TODAY = "2026-11-22T18:00";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final int DAYS_BACK = 14;
    private static final long LIMIT = 800;

    private static final RuleFixture STAFF_DAY = rule("day").sum(STAFF, LIMIT).per(Period.DAY);

    private static ProposalFixture today(long kronor) {
        return goodwill(kronor).on(TODAY);
    }

    /** At noon so many days before, and logged this evening. */
    private static ProposalFixture late(long kronor, int daysBefore) {
        return goodwill(kronor)
                .onVisit("B-7")
                .on(DAY.minusDays(daysBefore) + "T12:00")
                .loggedOn(TODAY);
    }

    @Test
    void p16_aLateEntryCountsOnTheDayItIsLogged() {
        GuardrailFixture company = rules(STAFF_DAY).after(today(500));

        assertThat(company.outcome(late(300, 3))).isEqualTo(GO);
        assertThat(company.outcome(late(301, 3))).isEqualTo(ASK);
    }

    @Test
    void p16_aLateEntryCountsOnTheDayItHappened() {
        GuardrailFixture company = rules(STAFF_DAY).after(goodwill(500).on("2026-11-19T09:00"));

        assertThat(company.outcome(late(300, 3))).isEqualTo(GO);
        assertThat(company.outcome(late(301, 3))).isEqualTo(ASK);
    }

    @Test
    void p16_whatWasLoggedLateTodayLeavesLessForToday() {
        GuardrailFixture company = rules(STAFF_DAY).after(late(300, 1), late(300, 9));

        assertThat(company.outcome(today(200))).isEqualTo(GO);
        assertThat(company.outcome(today(201))).isEqualTo(ASK);
    }

    @ParameterizedTest
    @EnumSource(
            value = Period.class,
            names = {"MONTH", "QUARTER", "YEAR"})
    void p16_twoDatesInOneWindowCountOnce(Period period) {
        GuardrailFixture company =
                rules(rule("sum").sum(STAFF, LIMIT).per(period)).after(late(500, 9));

        assertThat(company.outcome(late(300, 4))).isEqualTo(GO);
        assertThat(company.outcome(late(301, 4))).isEqualTo(ASK);
    }

    @Test
    void p16_twoDatesInOneRollingWindowCountOnce() {
        GuardrailFixture company =
                rules(rule("sum").sum(CUSTOMER, LIMIT).within("P30D")).after(late(500, 9));

        assertThat(company.outcome(late(300, 4))).isEqualTo(GO);
        assertThat(company.outcome(late(301, 4))).isEqualTo(ASK);
    }

    @Test
    void p16_datingBackDoesNotEndARollingWindowSooner() {
        GuardrailFixture company =
                rules(rule("sum").sum(CUSTOMER, LIMIT).within("P30D")).after(late(800, 14));

        assertThat(company.outcome(goodwill(1).on("2026-12-21T12:00"))).isEqualTo(ASK);
        assertThat(company.outcome(goodwill(1).on("2026-12-22T18:00"))).isEqualTo(GO);
    }

    @Test
    void p16_theReasonSaysThatItCountsOnBothDays() {
        GuardrailFixture company = rules(STAFF_DAY).after(today(800));

        Reason reason = company.judge(late(1, 2)).reasons().get(0);

        assertThat(reason.message().sv()).endsWith("räknas även den dag det loggas.");
        assertThat(reason.message().en()).endsWith("also counts on the day it is logged.");
    }

    static Stream<RuleFixture> windows() {
        return Stream.of(
                STAFF_DAY,
                rule("week").sum(STAFF, LIMIT).per(Period.WEEK),
                rule("month").sum(SITE, LIMIT).per(Period.MONTH),
                rule("visit-day").sum(VISIT, LIMIT).per(Period.DAY),
                rule("ten-days").sum(CUSTOMER, LIMIT).within("P10D"),
                rule("thirty-days").sum(STAFF, LIMIT).within("P30D"),
                rule("ever").sum(CUSTOMER, LIMIT));
    }

    /** The same gestures, all logged in one sitting, in any order and with any dates. */
    @ParameterizedTest
    @MethodSource("windows")
    void P16_no_order_and_no_dates_let_one_sitting_pass_its_limit(RuleFixture rule) {
        LongStream.range(0, 60)
                .forEach(
                        seed -> {
                            Random random = new Random(seed);
                            List<Integer> costs =
                                    new ArrayList<>(
                                            IntStream.range(0, 40)
                                                    .mapToObj(i -> 20 + random.nextInt(180))
                                                    .toList());
                            Collections.shuffle(costs, random);
                            GuardrailFixture company = rules(rule);
                            long went = 0;
                            for (int cost : costs) {
                                int back = random.nextInt(DAYS_BACK + 1);
                                ProposalFixture gesture =
                                        back == 0 ? today(cost).onVisit("B-7") : late(cost, back);
                                went += company.outcome(gesture) == GO ? cost : 0;
                                company.after(gesture);
                            }
                            assertThat(went).as("seed " + seed).isLessThanOrEqualTo(LIMIT);
                        });
    }
}
