package app.leeway.guardrail.rest;

import app.leeway.guardrail.Guardrail;
import app.leeway.guardrail.Measure;
import app.leeway.guardrail.Outcome;
import app.leeway.guardrail.Scope;
import app.leeway.shared.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * One dated revision of a guardrail.
 *
 * @param limit an amount in the company's currency, or how many
 */
public record GuardrailJson(
        String code,
        int revision,
        LocalDate from,
        LocalDate until,
        Scope when,
        MeasureJson measure,
        String limit,
        Outcome otherwise,
        List<String> replaces) {

    /** What it counts, and over which stretch of time. */
    public record MeasureJson(String type, String of, String within, String per) {

        static MeasureJson of(Measure measure) {
            return new MeasureJson(
                    measure.type().name().toLowerCase(Locale.ROOT),
                    measure.key().name().toLowerCase(Locale.ROOT),
                    measure.within() == null ? null : measure.within().toString(),
                    measure.per() == null ? null : measure.per().code());
        }
    }

    static GuardrailJson of(Guardrail guardrail, String currency) {
        boolean money =
                guardrail.measure().type() == Measure.Type.AMOUNT
                        || guardrail.measure().type() == Measure.Type.SUM;
        return new GuardrailJson(
                guardrail.code(),
                guardrail.revision(),
                guardrail.from(),
                guardrail.until(),
                guardrail.when(),
                MeasureJson.of(guardrail.measure()),
                money
                        ? Money.of(guardrail.bound(), currency).amount()
                        : Long.toString(guardrail.bound()),
                guardrail.otherwise(),
                guardrail.replaces());
    }
}
