package app.leeway.guardrail;

import static app.leeway.guardrail.Measure.Key.CUSTOMER;
import static app.leeway.guardrail.Measure.Key.GESTURE;
import static app.leeway.guardrail.Measure.Key.STAFF;
import static app.leeway.guardrail.Measure.Key.VISIT;
import static app.leeway.guardrail.Outcome.ASK;
import static app.leeway.guardrail.Outcome.GO;
import static app.leeway.guardrail.Outcome.GO_AND_TELL;
import static app.leeway.guardrail.Outcome.STOP;
import static app.leeway.guardrail.ProposalFixture.goodwill;
import static app.leeway.guardrail.RuleFixture.category;
import static app.leeway.guardrail.RuleFixture.kind;
import static app.leeway.guardrail.RuleFixture.outreach;
import static app.leeway.guardrail.RuleFixture.role;
import static app.leeway.guardrail.RuleFixture.rule;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.guardrail.Clause.Bendable;
import app.leeway.shared.Period;
import org.junit.jupiter.api.Test;

/** The rules of Nordlyst, as its company file has them, and the verdicts it was promised. */
class DemoRulesTest {

    private final GuardrailFixture nordlyst =
            GuardrailFixture.rules(
                            rule("goodwill-single").about(kind("goodwill")).amount(500),
                            rule("goodwill-manager")
                                    .about(
                                            new Scope(
                                                    "goodwill",
                                                    null,
                                                    "manager",
                                                    null,
                                                    null,
                                                    null,
                                                    null,
                                                    null))
                                    .amount(2000)
                                    .replacing("goodwill-single"),
                            rule("visit-total").sum(VISIT, 600),
                            rule("customer-30-days")
                                    .about(category("recovery"))
                                    .sum(CUSTOMER, 1500)
                                    .within("P30D"),
                            rule("staff-day").about(role("staff")).sum(STAFF, 1500).per(Period.DAY),
                            rule("coin-once")
                                    .about(kind("locker-coin"))
                                    .count(STAFF, 20)
                                    .per(Period.DAY)
                                    .otherwise(GO_AND_TELL),
                            rule("detour-told")
                                    .about(kind("detour"))
                                    .amount(0)
                                    .otherwise(GO_AND_TELL),
                            rule("detour-long").about(kind("detour")).amount(250),
                            rule("lone-work").about(kind("home-visit")).count(GESTURE, 0),
                            rule("contact-pressure")
                                    .about(outreach(true))
                                    .count(CUSTOMER, 2)
                                    .within("P14D"),
                            rule("company-single").amount(5000),
                            rule("company-ceiling").amount(50_000).otherwise(STOP),
                            rule("goodwill-single")
                                    .from("2026-07-01")
                                    .revision(2)
                                    .about(kind("goodwill"))
                                    .amount(600),
                            rule("goodwill-single")
                                    .from("2026-10-01")
                                    .revision(3)
                                    .about(kind("goodwill"))
                                    .amount(500))
                    .clause("no-cash", Bendable.FREELY, "Inga kontanter", "No cash")
                    .clause("stops-only", Bendable.GUARDRAILS, "Bara hållplats", "Stops only")
                    .clause("branch-weekdays", Bendable.APPROVAL, "På kontoret", "At the branch")
                    .clause("seat-belt", Bendable.NEVER, "Alla åker med bälte", "Belted");

    private void gets(ProposalFixture proposal, Outcome outcome, String... rules) {
        Verdict verdict = nordlyst.judge(proposal);
        assertThat(verdict.reasons()).extracting(Reason::rule).containsExactly(rules);
        assertThat(verdict.outcome()).isEqualTo(outcome);
    }

    private static ProposalFixture coin() {
        return goodwill(5)
                .ofKind("locker-coin", "delight", "Mynt till skåpet", "Locker coin")
                .bending("no-cash")
                .forNobodyKnown();
    }

    private static ProposalFixture detour(long kronor) {
        return goodwill(kronor)
                .ofKind("detour", "care", "Omväg", "Detour")
                .bending("stops-only")
                .forNobodyKnown();
    }

    private static ProposalFixture call() {
        return goodwill(225)
                .ofKind("courtesy-call", "care", "Omtankesamtal", "Courtesy call")
                .reachingOut();
    }

    @Test
    void aBirthdayTreatIsFine() {
        gets(goodwill(120).ofKind("birthday-treat", "delight", "Gest", "Treat"), GO);
    }

    @Test
    void theTwentyFirstCoinOfADayIsTold() {
        for (int i = 0; i < 20; i++) {
            gets(coin(), GO);
            nordlyst.after(coin());
        }
        gets(coin(), GO_AND_TELL, "coin-once");
        gets(coin().on("2026-11-23T00:00"), GO);
    }

    @Test
    void aDetourIsToldAndALongOneAsked() {
        gets(detour(84), GO_AND_TELL, "detour-told");
        gets(detour(540), ASK, "detour-long", "detour-told");
    }

    @Test
    void sixHundredIsAskedTodayAndWasFineInAugust() {
        Verdict today = nordlyst.judge(goodwill(600));

        assertThat(today.outcome()).isEqualTo(ASK);
        assertThat(today.reasons()).extracting(Reason::revision).containsExactly(3);
        gets(goodwill(600).on("2026-08-15T12:00"), GO);
    }

    @Test
    void aManagerMayGiveMore() {
        gets(goodwill(1500).by("staff", "manager"), GO);
        gets(goodwill(2001).by("manager").forNobodyKnown(), ASK, "goodwill-manager");
    }

    @Test
    void aVisitIsAddedUpWhoeverGivesIt() {
        nordlyst.after(goodwill(400).onVisit("B-7"));

        gets(goodwill(300).onVisit("B-7"), ASK, "visit-total");
        gets(goodwill(300).onVisit("B-7").byPerson(2), ASK, "visit-total");
        gets(goodwill(300).onVisit("B-8"), GO);
    }

    @Test
    void theFourthGoodwillInThirtyDaysIsAsked() {
        nordlyst.after(
                goodwill(500).on("2026-11-01T10:00"),
                goodwill(500).on("2026-11-06T10:00"),
                goodwill(500).on("2026-11-11T10:00"));

        gets(goodwill(100).on("2026-11-12T10:00"), ASK, "customer-30-days");
        gets(goodwill(100).on("2026-12-01T10:00"), GO);
    }

    @Test
    void theBeltIsNotBent() {
        gets(goodwill(1).bending("seat-belt"), STOP, "seat-belt");
    }

    @Test
    void sixtyThousandPassesTheCeiling() {
        gets(
                goodwill(60_000).by("staff", "manager"),
                STOP,
                "company-ceiling",
                "goodwill-manager",
                "customer-30-days",
                "staff-day",
                "company-single");
    }

    @Test
    void theThirdCallInFourteenDaysIsAsked() {
        gets(call(), GO);
        nordlyst.after(call().on("2026-11-10T09:00"), call().on("2026-11-20T09:00"));

        gets(call(), ASK, "contact-pressure");
        gets(call().on("2026-11-24T09:00"), GO);
    }

    @Test
    void aHomeVisitIsAlwaysAsked() {
        gets(
                goodwill(900)
                        .ofKind("home-visit", "care", "Hembesök", "Home visit")
                        .bending("branch-weekdays"),
                ASK,
                "lone-work",
                "branch-weekdays");
    }

    @Test
    void aSpentDayOfOnesOwnIsAsked() {
        nordlyst.room(new Headroom("anna-day", 8_000, 80_000, "day", true, ASK));

        gets(goodwill(120).ofKind("birthday-treat", "delight", "Gest", "Treat"), ASK, "anna-day");
    }

    @Test
    void beforeTheRulesItIsAsked() {
        gets(goodwill(1).on("2025-12-31T23:00"), ASK, "no-rules-in-force");
    }
}
