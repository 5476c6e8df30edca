package app.leeway.guardrail;

import static app.leeway.guardrail.RuleFixture.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.leeway.guardrail.Measure.Key;
import app.leeway.guardrail.Measure.Type;
import app.leeway.shared.LocalizedText;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that make no sense are refused where they are made, with which and what. */
class GuardrailTest {

    static Stream<Arguments> senseless() {
        return Stream.of(
                Arguments.of(rule(" "), "guardrail ' ' needs a code"),
                Arguments.of(
                        rule("a").revision(0), "guardrail 'a' counts its revisions from 1, not 0"),
                Arguments.of(
                        rule("a").from("2026-03-01").until("2026-03-01"),
                        "guardrail 'a' ends on 2026-03-01, which is not after 2026-03-01, when it"
                                + " begins"),
                Arguments.of(rule("a").amount(-1), "guardrail 'a' has a limit below zero: -100"),
                Arguments.of(
                        rule("a").otherwise(Outcome.GO),
                        "guardrail 'a' needs an outcome other than GO"),
                Arguments.of(rule("a").replacing("b", "a"), "guardrail 'a' replaces itself"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("senseless")
    void aSenselessGuardrailIsRefused(RuleFixture rule, String message) {
        assertThatIllegalArgumentException().isThrownBy(rule::build).withMessage(message);
    }

    static Stream<Arguments> senselessMeasures() {
        return Stream.of(
                Arguments.of(Type.AMOUNT, Key.CUSTOMER, null, null, "AMOUNT is about one gesture"),
                Arguments.of(Type.FORBIDDEN, Key.SITE, null, null, "FORBIDDEN is about one"),
                Arguments.of(Type.SUM, Key.GESTURE, "P1D", null, "one gesture alone has no"),
                Arguments.of(Type.SUM, Key.STAFF, "P1D", "day", "either within or per"),
                Arguments.of(Type.SUM, Key.STAFF, "P-1D", null, "goes backwards"),
                Arguments.of(Type.SUM, Key.STAFF, "P1M-1D", null, "goes backwards"),
                Arguments.of(Type.SUM, Key.STAFF, "P0D", null, "not between one day and ten"),
                Arguments.of(Type.SUM, Key.STAFF, "P11Y", null, "not between one day and ten"),
                Arguments.of(
                        Type.SUM, Key.STAFF, "P2147483647M", null, "not between one day and ten"),
                Arguments.of(null, Key.STAFF, null, null, "needs a type and a key"));
    }

    @ParameterizedTest(name = "{4}")
    @MethodSource("senselessMeasures")
    void aSenselessMeasureIsRefused(Type type, Key key, String within, String per, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Measure(
                                        type,
                                        key,
                                        within == null ? null : Period.parse(within),
                                        per == null ? null : app.leeway.shared.Period.of(per)))
                .withMessageContaining(message);
    }

    @Test
    void tenYearsAreTheLongestStretch() {
        assertThat(rule("a").sum(Key.CUSTOMER, 1).within("P10Y").build().measure().within())
                .isEqualTo(Period.ofYears(10));
    }

    @Test
    void revisionsOfOneCodeBeginOnDifferentDays() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GuardrailFixture.rules(rule("a"), rule("a")).guardrails())
                .withMessage("guardrail 'a' from 2026-01-01 is there twice");
    }

    @Test
    void revisionsAreCountedByTheirFirstDay() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                GuardrailFixture.rules(
                                                rule("a").from("2026-05-01").revision(1),
                                                rule("a").from("2026-04-01").revision(2))
                                        .guardrails())
                .withMessage("guardrail 'a' from 2026-04-01 is revision 1, not 2");
    }

    @Test
    void countingGivesEachRevisionItsNumberAndKeepsTheOrder() {
        List<Guardrail> counted =
                Guardrails.counted(
                        List.of(
                                rule("a").from("2026-05-01").build(),
                                rule("b").build(),
                                rule("a").from("2026-04-01").build()));

        assertThat(counted).extracting(Guardrail::code).containsExactly("a", "b", "a");
        assertThat(counted).extracting(Guardrail::revision).containsExactly(2, 1, 1);
    }

    @Test
    void clausesHaveDifferentCodes() {
        Clause clause = new Clause("belt", Clause.Bendable.NEVER, LocalizedText.same("Belt"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Guardrails(List.of(), List.of(clause), List.of(clause)))
                .withMessage("clause 'belt' is there twice");
    }
}
