package app.leeway.guardrail.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.catalogue.Catalogue;
import app.leeway.catalogue.Kind;
import app.leeway.guardrail.Guardrail;
import app.leeway.guardrail.Measure;
import app.leeway.guardrail.Outcome;
import app.leeway.guardrail.Scope;
import app.leeway.shared.LocalizedText;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleSentenceTest {

    private static final Scope GOODWILL =
            new Scope("goodwill", null, null, null, null, null, null, null);

    private final RuleSentence sentence =
            new RuleSentence("SEK", catalogue(), Map.of("krogen", LocalizedText.same("Krogen")));

    @Test
    void aLimitPerGestureIsSaidWithItsFigure() {
        assertThat(
                        sentence.of(
                                rule(
                                        GOODWILL,
                                        Measure.Type.AMOUNT,
                                        Measure.Key.GESTURE,
                                        null,
                                        50_000,
                                        Outcome.ASK)))
                .isEqualTo(
                        new LocalizedText(
                                "Kompensation: högst 500\u00a0kr per gest. Därutöver: fråga först.",
                                "Goodwill: at most SEK\u00a0500 per gesture. Beyond that, ask first."));
    }

    @Test
    void aRollingSumSaysItsStretch() {
        Scope recovery = new Scope(null, "recovery", null, null, null, null, null, null);
        assertThat(
                        sentence.of(
                                        rule(
                                                recovery,
                                                Measure.Type.SUM,
                                                Measure.Key.CUSTOMER,
                                                Period.ofDays(30),
                                                150_000,
                                                Outcome.ASK))
                                .en())
                .isEqualTo(
                        "Making good: at most SEK\u00a01,500 per customer within 30 days. Beyond that, ask first.");
    }

    @Test
    void whatNobodyCanGrantSaysSo() {
        assertThat(
                        sentence.of(
                                        rule(
                                                Scope.ANYTHING,
                                                Measure.Type.AMOUNT,
                                                Measure.Key.GESTURE,
                                                null,
                                                5_000_000,
                                                Outcome.STOP))
                                .en())
                .endsWith("Beyond that nobody can grant it.");
    }

    @Test
    void aLimitOfNothingIsSaidAsAlways() {
        assertThat(
                        sentence.of(
                                        rule(
                                                GOODWILL,
                                                Measure.Type.COUNT,
                                                Measure.Key.GESTURE,
                                                null,
                                                0,
                                                Outcome.ASK))
                                .en())
                .isEqualTo("Goodwill: always ask first.");
    }

    private static Guardrail rule(
            Scope when,
            Measure.Type type,
            Measure.Key key,
            Period within,
            long bound,
            Outcome otherwise) {
        return new Guardrail(
                "a-rule",
                1,
                LocalDate.of(2026, 1, 1),
                null,
                when,
                new Measure(type, key, within, null),
                bound,
                otherwise,
                List.of());
    }

    private static Catalogue catalogue() {
        Kind goodwill =
                new Kind(
                        "goodwill",
                        new LocalizedText("Kompensation", "Goodwill"),
                        "recovery",
                        Kind.CostModel.ENTERED,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        true,
                        false,
                        null);
        return new Catalogue(List.of(goodwill), List.of());
    }
}
