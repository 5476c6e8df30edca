package app.leeway.guardrail;

import static app.leeway.guardrail.GuardrailFixture.rules;
import static app.leeway.guardrail.Measure.Key.CUSTOMER;
import static app.leeway.guardrail.Measure.Key.GESTURE;
import static app.leeway.guardrail.Measure.Key.SITE;
import static app.leeway.guardrail.Measure.Key.STAFF;
import static app.leeway.guardrail.Measure.Key.VISIT;
import static app.leeway.guardrail.Outcome.ASK;
import static app.leeway.guardrail.Outcome.GO_AND_TELL;
import static app.leeway.guardrail.Outcome.STOP;
import static app.leeway.guardrail.ProposalFixture.goodwill;
import static app.leeway.guardrail.RuleFixture.category;
import static app.leeway.guardrail.RuleFixture.kind;
import static app.leeway.guardrail.RuleFixture.outreach;
import static app.leeway.guardrail.RuleFixture.rule;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.guardrail.Clause.Bendable;
import app.leeway.shared.LocalizedText;
import app.leeway.shared.Period;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sentence, in both languages. Amounts do not break over lines. */
class ReasonTextTest {

    private static void said(Verdict verdict, String sv, String en) {
        LocalizedText message = verdict.reasons().get(0).message();
        assertThat(message.sv().replace('\u00a0', ' ')).isEqualTo(sv);
        assertThat(message.en().replace('\u00a0', ' ')).isEqualTo(en);
    }

    private static RuleFixture single() {
        return rule("single").about(kind("goodwill"));
    }

    static Stream<Arguments> oneGesture() {
        return Stream.of(
                Arguments.of(
                        single().amount(500),
                        "Kompensation upp till 500 kr per gest; den här är 700 kr.",
                        "Goodwill up to SEK 500 per gesture; this one is SEK 700."),
                Arguments.of(
                        single().sum(GESTURE, 500),
                        "Kompensation upp till 500 kr per gest; den här är 700 kr.",
                        "Goodwill up to SEK 500 per gesture; this one is SEK 700."),
                Arguments.of(
                        rule("all").amount(500),
                        "Alla gester upp till 500 kr per gest; den här är 700 kr.",
                        "Any gesture up to SEK 500; this one is SEK 700."),
                Arguments.of(
                        rule("category").about(category("recovery")).amount(500),
                        "Gottgörelse upp till 500 kr per gest; den här är 700 kr.",
                        "Recovery up to SEK 500 per gesture; this one is SEK 700."),
                Arguments.of(
                        single().amount(0).otherwise(GO_AND_TELL),
                        "Kompensation: chefen får veta om det kostar något; den här är 700 kr.",
                        "Goodwill: the manager is told when it costs anything; this one is"
                                + " SEK 700."),
                Arguments.of(
                        single().amount(0).otherwise(ASK),
                        "Kompensation: fråga först om det kostar något; den här är 700 kr.",
                        "Goodwill: ask first when it costs anything; this one is SEK 700."),
                Arguments.of(
                        single().amount(0).otherwise(STOP),
                        "Kompensation: får inte kosta något; den här är 700 kr.",
                        "Goodwill: may not cost anything; this one is SEK 700."),
                Arguments.of(
                        single().forbidden().otherwise(STOP),
                        "Kompensation: ges inte.",
                        "Goodwill: not to be given."),
                Arguments.of(
                        single().forbidden().otherwise(GO_AND_TELL),
                        "Kompensation: chefen får alltid veta.",
                        "Goodwill: the manager is always told."),
                Arguments.of(
                        single().count(GESTURE, 0).otherwise(ASK),
                        "Kompensation: fråga alltid först.",
                        "Goodwill: always ask first."));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("oneGesture")
    void aRuleAboutOneGesture(RuleFixture rule, String sv, String en) {
        said(rules(rule).judge(goodwill(700)), sv, en);
    }

    @ParameterizedTest
    @CsvSource({
        "delight, Guldkant, Delight",
        "care, Omtanke, Care",
        "recovery, Gottgörelse, Recovery",
        "apology, apology, apology"
    })
    void categoriesAreSaidByTheirNamesWhereTheyAreKnown(String code, String sv, String en) {
        said(
                rules(rule("category").about(category(code)).amount(1))
                        .judge(goodwill(2).ofKind("treat", code, "Gest", "Treat")),
                sv + " upp till 1 kr per gest; den här är 2 kr.",
                en + " up to SEK 1 per gesture; this one is SEK 2.");
    }

    static Stream<Arguments> windows() {
        return Stream.of(
                Arguments.of(rule("r").sum(VISIT, 600), "per besök", "per visit"),
                Arguments.of(
                        rule("r").sum(CUSTOMER, 600), "per kund sammanlagt", "per customer in all"),
                Arguments.of(
                        rule("r").sum(SITE, 600).per(Period.DAY),
                        "per ställe och dag",
                        "per site per day"),
                Arguments.of(
                        rule("r").sum(STAFF, 600).per(Period.WEEK),
                        "per person och vecka",
                        "per person per week"),
                Arguments.of(
                        rule("r").sum(STAFF, 600).per(Period.MONTH),
                        "per person och månad",
                        "per person per month"),
                Arguments.of(
                        rule("r").sum(STAFF, 600).per(Period.QUARTER),
                        "per person och kvartal",
                        "per person per quarter"),
                Arguments.of(
                        rule("r").sum(STAFF, 600).per(Period.YEAR),
                        "per person och år",
                        "per person per year"),
                Arguments.of(
                        rule("r").sum(CUSTOMER, 600).within("P30D"),
                        "per kund på 30 dagar",
                        "per customer in 30 days"),
                Arguments.of(
                        rule("r").sum(CUSTOMER, 600).within("P1D"),
                        "per kund på 1 dag",
                        "per customer in 1 day"),
                Arguments.of(
                        rule("r").sum(CUSTOMER, 600).within("P2Y1M"),
                        "per kund på 2 år 1 månad",
                        "per customer in 2 years 1 month"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("windows")
    void aSumNamesWhatItWouldComeTo(RuleFixture rule, String sv, String en) {
        ProposalFixture before = goodwill(400).onVisit("B-7");

        said(
                rules(rule).after(before).judge(goodwill("1234.50").onVisit("B-7")),
                "Alla gester tillsammans upp till 600 kr "
                        + sv
                        + "; med den här blir det 1 634,50 kr.",
                "All gestures together up to SEK 600 "
                        + en
                        + "; with this one it would be SEK 1,634.50.");
    }

    @Test
    void aSumOfAKindOrCategoryNamesIt() {
        RuleFixture rule = rule("r").about(category("recovery")).sum(CUSTOMER, 1500).within("P30D");

        said(
                rules(rule).after(goodwill(1500)).judge(goodwill(100)),
                "Gottgörelse upp till 1 500 kr per kund på 30 dagar;"
                        + " med den här blir det 1 600 kr.",
                "Recovery up to SEK 1,500 per customer in 30 days; with this one it would be"
                        + " SEK 1,600.");
    }

    @Test
    void aCountNamesTheNumber() {
        said(
                rules(single().count(STAFF, 2).per(Period.DAY))
                        .after(goodwill(1), goodwill(1))
                        .judge(goodwill(1)),
                "Kompensation högst 2 gånger per person och dag; den här blir nummer 3.",
                "Goodwill at most 2 times per person per day; this one would be number 3.");
        said(
                rules(single().count(VISIT, 1))
                        .after(goodwill(1).onVisit("B-7"))
                        .judge(goodwill(1).onVisit("B-7")),
                "Kompensation högst 1 gång per besök; den här blir nummer 2.",
                "Goodwill at most once per visit; this one would be number 2.");
    }

    @Test
    void contactPressureIsSaidPlainly() {
        ProposalFixture call =
                goodwill(225).ofKind("call", "care", "Omtankesamtal", "Courtesy call");

        said(
                rules(rule("r").about(outreach(true)).count(CUSTOMER, 1).within("P14D"))
                        .after(call.reachingOut())
                        .judge(call),
                "Kontakt från vår sida högst 1 gång per kund på 14 dagar;"
                        + " den här blir nummer 2.",
                "Contact from our side at most once per customer in 14 days; this one would be"
                        + " number 2.");
    }

    @ParameterizedTest
    @CsvSource({
        "NEVER, Alla åker med bälte, Everybody rides belted,"
                + " Alla åker med bälte. Här får ingen göra undantag.,"
                + " Everybody rides belted. Nobody can bend this.",
        "APPROVAL, Möten på kontoret!, Meetings at the branch.,"
                + " Möten på kontoret! Fråga innan du gör undantag.,"
                + " Meetings at the branch. Ask before bending this."
    })
    void aClauseSaysItselfAndWhoMayBendIt(
            Bendable bendable, String textSv, String textEn, String sv, String en) {
        said(
                rules(rule("a"))
                        .clause("clause", bendable, textSv, textEn)
                        .judge(goodwill(0).bending("clause")),
                sv,
                en);
    }

    @ParameterizedTest
    @CsvSource({
        "day, dagen, the day",
        "week, veckan, the week",
        "month, månaden, the month",
        "quarter, kvartalet, the quarter",
        "year, året, the year",
        "span, perioden, the period"
    })
    void aBudgetSaysWhatIsLeftOfIt(String period, String sv, String en) {
        said(
                rules(rule("a").amount(500))
                        .room(new Headroom("anna", 8_000, 80_000, period, true, ASK))
                        .judge(goodwill(120)),
                "Din egen budget för " + sv + ": 80 kr kvar av 800 kr; den här är 120 kr.",
                "Your own budget for " + en + ": SEK 80 left of SEK 800; this one is SEK 120.");
        said(
                rules(rule("a").amount(500))
                        .room(new Headroom("krogen-month", 0, 2_000_000, period, false, ASK))
                        .judge(goodwill(120)),
                "Budget krogen-month: inget kvar av 20 000 kr för " + sv + "; den här är 120 kr.",
                "Budget krogen-month: nothing left of SEK 20,000 for "
                        + en
                        + "; this one is SEK 120.");
    }

    @Test
    void whatHappenedBeforeAnyRuleSaysSo() {
        said(
                rules(rule("a")).judge(goodwill(1).on("2025-12-31T12:00")),
                "Inga regler gällde 2025-12-31; någon tittar på det.",
                "No rules held on 2025-12-31; somebody takes a look.");
    }

    @Test
    void whatNeedsACustomerAndHasNoneSaysSo() {
        Reason reason = Reason.customerUnknown(new LocalizedText("Kompensation", "Goodwill"));

        assertThat(reason.rule()).isEqualTo("customer-unknown");
        assertThat(reason.outcome()).isEqualTo(ASK);
        said(
                Verdict.of(java.util.List.of(reason)),
                "Kompensation behöver en kund, men ingen angavs; någon tittar på det.",
                "Goodwill needs a customer, but none was named; somebody takes a look.");
    }
}
