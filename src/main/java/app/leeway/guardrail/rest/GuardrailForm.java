package app.leeway.guardrail.rest;

import app.leeway.guardrail.Guardrail;
import app.leeway.guardrail.Measure;
import app.leeway.guardrail.Outcome;
import app.leeway.guardrail.Scope;
import app.leeway.http.Field;
import app.leeway.http.Form;
import app.leeway.shared.Money;
import app.leeway.shared.Period;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Guardrails as they are sent: in the form in which {@link GuardrailJson} gives them out. */
record GuardrailForm(String currency) {

    private static final int GUARDRAILS_MAX = 2000;
    private static final int REPLACES_MAX = 100;

    /**
     * @throws app.leeway.shared.RefusedException INVALID with everything wrong with their form
     */
    List<Guardrail> read(Form form) {
        List<Guardrail> guardrails = form.required("items").list(GUARDRAILS_MAX, this::guardrail);
        form.complete();
        return guardrails;
    }

    private Guardrail guardrail(Field field) {
        Form form = field.form();
        if (form == null) {
            return null;
        }
        String code = form.required("code").code();
        form.optional("revision").whole(1, Integer.MAX_VALUE);
        LocalDate from = as(form.required("from"), LocalDate::parse, "a day such as 2026-11-22");
        LocalDate until = as(form.optional("until"), LocalDate::parse, "a day such as 2026-11-22");
        Scope when = scope(form.required("when").form());
        Measure measure = measure(form.required("measure"));
        Long limit = limit(form.required("limit"), measure);
        String otherwise = form.required("otherwise").oneOf("GO_AND_TELL", "ASK", "STOP");
        List<String> replaces = form.optional("replaces").list(REPLACES_MAX, Field::code);
        form.refuseUnknown();
        boolean whole = code != null && from != null && when != null && measure != null;
        if (!whole || limit == null || otherwise == null || replaces.contains(null)) {
            return null;
        }
        try {
            return new Guardrail(
                    code,
                    1,
                    from,
                    until,
                    when,
                    measure,
                    limit,
                    Outcome.valueOf(otherwise),
                    replaces);
        } catch (IllegalArgumentException e) {
            return field.wrong("contradictory", "makes no rule: " + e.getMessage());
        }
    }

    private static Scope scope(Form form) {
        if (form == null) {
            return null;
        }
        Field outreach = form.optional("outreach");
        Scope scope =
                new Scope(
                        form.optional("kind").code(),
                        form.optional("category").code(),
                        form.optional("role").code(),
                        form.optional("unit").code(),
                        form.optional("tier").code(),
                        form.optional("touchpoint").code(),
                        form.optional("moment").code(),
                        outreach.isAbsent() ? null : Boolean.valueOf(outreach.truth()));
        form.refuseUnknown();
        return scope;
    }

    private static Measure measure(Field field) {
        Form form = field.form();
        if (form == null) {
            return null;
        }
        String type = form.required("type").oneOf("amount", "sum", "count", "forbidden");
        String of = form.required("of").oneOf("gesture", "staff", "customer", "visit", "site");
        java.time.Period within =
                as(form.optional("within"), java.time.Period::parse, "a stretch such as P30D");
        String per = form.optional("per").oneOf("day", "week", "month", "quarter", "year");
        form.refuseUnknown();
        if (type == null || of == null) {
            return null;
        }
        try {
            return new Measure(
                    Measure.Type.valueOf(type.toUpperCase(Locale.ROOT)),
                    Measure.Key.valueOf(of.toUpperCase(Locale.ROOT)),
                    within,
                    per == null ? null : Period.of(per));
        } catch (IllegalArgumentException e) {
            return field.wrong("contradictory", "measures nothing: " + e.getMessage());
        }
    }

    private Long limit(Field field, Measure measure) {
        if (measure == null) {
            return null;
        }
        boolean money = measure.type() == Measure.Type.AMOUNT || measure.type() == Measure.Type.SUM;
        return money
                ? as(field, text -> Money.parse(text, currency).minor(), "an amount, as 500.00")
                : as(field, Long::valueOf, "a whole number");
    }

    private static <T> T as(Field field, Function<String, T> reading, String words) {
        String text = field.text(40);
        try {
            return text == null ? null : reading.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            return field.wrong("wrong-type", "must be " + words);
        }
    }
}
