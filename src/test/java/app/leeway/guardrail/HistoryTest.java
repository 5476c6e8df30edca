package app.leeway.guardrail;

import static app.leeway.guardrail.RuleFixture.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.leeway.shared.Violation;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What has begun stays as it was; what is yet to begin is free. Today is 22 November 2026. */
class HistoryTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    private static RuleFixture single() {
        return rule("goodwill-single").from("2026-07-01").amount(600);
    }

    private static List<Violation> changing(List<RuleFixture> before, List<RuleFixture> after) {
        return new History(before.stream().map(RuleFixture::build).toList(), TODAY)
                .refusals(after.stream().map(RuleFixture::build).toList());
    }

    @Test
    void onTheFirstImportEverythingIsNew() {
        assertThat(changing(List.of(), List.of(single()))).isEmpty();
    }

    @Test
    void theSameAgainIsFine() {
        assertThat(changing(List.of(single()), List.of(single()))).isEmpty();
    }

    @Test
    void whatHasHeldMayNotBeRemoved() {
        assertThat(changing(List.of(single()), List.of()))
                .extracting(Violation::field, Violation::code, Violation::message)
                .containsExactly(
                        tuple(
                                "guardrails",
                                "already-in-force",
                                "goodwill-single has held since 2026-07-01 and cannot be removed:"
                                        + " add a revision with a later date, or end it with until"
                                        + " on a day to come"));
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of("limit", single().amount(500)),
                Arguments.of("measure", single().sum(Measure.Key.CUSTOMER, 600)),
                Arguments.of("scope", single().about(RuleFixture.kind("goodwill"))),
                Arguments.of("outcome", single().otherwise(Outcome.STOP)),
                Arguments.of("replaces", single().replacing("company-single")),
                Arguments.of("an end that has passed", single().until("2026-11-01")),
                Arguments.of("an end today", single().until("2026-11-22")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void whatHasHeldMayNotBeChanged(String what, RuleFixture changed) {
        assertThat(changing(List.of(single()), List.of(changed)))
                .singleElement()
                .satisfies(
                        refusal -> {
                            assertThat(refusal.field()).isEqualTo("guardrails[0]");
                            assertThat(refusal.code()).isEqualTo("already-in-force");
                            assertThat(refusal.message())
                                    .startsWith(
                                            "goodwill-single has held since 2026-07-01"
                                                    + " and cannot be changed");
                        });
    }

    @Test
    void whatBeginsTodayHasBegun() {
        assertThat(
                        changing(
                                List.of(single().from("2026-11-22")),
                                List.of(single().from("2026-11-22").amount(1))))
                .extracting(Violation::code)
                .containsExactly("already-in-force");
    }

    @Test
    void whatIsYetToBeginMayBeChangedAndRemoved() {
        RuleFixture tomorrow = rule("new").from("2026-11-23").amount(100);

        assertThat(changing(List.of(tomorrow), List.of())).isEmpty();
        assertThat(changing(List.of(tomorrow), List.of(rule("new").from("2026-11-23").amount(1))))
                .isEmpty();
    }

    @Test
    void anEndToComeMayBeSetMovedAndTakenAway() {
        assertThat(changing(List.of(single()), List.of(single().until("2026-11-23")))).isEmpty();
        assertThat(
                        changing(
                                List.of(single().until("2026-11-23")),
                                List.of(single().until("2027-01-01"))))
                .isEmpty();
        assertThat(changing(List.of(single().until("2026-11-23")), List.of(single()))).isEmpty();
    }

    @Test
    void whatHasEndedDoesNotComeBack() {
        assertThat(changing(List.of(single().until("2026-11-22")), List.of(single())))
                .extracting(Violation::code)
                .containsExactly("already-in-force");
    }

    @Test
    void aNewRevisionBeginsTodayOrLater() {
        assertThat(
                        changing(
                                List.of(single()),
                                List.of(single(), single().from("2026-11-22").revision(2))))
                .isEmpty();
        assertThat(
                        changing(
                                List.of(single()),
                                List.of(single(), single().from("2026-11-21").revision(2))))
                .extracting(Violation::field, Violation::code, Violation::message)
                .containsExactly(
                        tuple(
                                "guardrails[1]",
                                "in-the-past",
                                "goodwill-single would hold from 2026-11-21, and gestures have"
                                        + " been judged since: let it begin on 2026-11-22 or"
                                        + " later"));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThat(
                        changing(
                                List.of(single(), rule("told").amount(0)),
                                List.of(single().amount(1), rule("old").amount(2))))
                .extracting(Violation::code)
                .containsExactly("already-in-force", "in-the-past", "already-in-force");
    }
}
