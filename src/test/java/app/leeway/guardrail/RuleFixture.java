package app.leeway.guardrail;

import app.leeway.shared.Period;
import java.time.LocalDate;
import java.util.List;

/** Guardrails as one would say them: {@code rule("single").about(kind("goodwill")).amount(500)}. */
final class RuleFixture {

    private String code;
    private int revision = 1;
    private LocalDate from = LocalDate.parse("2026-01-01");
    private LocalDate until;
    private Scope when = Scope.ANYTHING;
    private Measure measure = new Measure(Measure.Type.AMOUNT, Measure.Key.GESTURE, null, null);
    private long bound;
    private Outcome otherwise = Outcome.ASK;
    private List<String> replaces = List.of();

    static RuleFixture rule(String code) {
        RuleFixture rule = new RuleFixture();
        rule.code = code;
        return rule;
    }

    RuleFixture revision(int revision) {
        this.revision = revision;
        return this;
    }

    RuleFixture from(String day) {
        from = LocalDate.parse(day);
        return this;
    }

    RuleFixture until(String day) {
        until = LocalDate.parse(day);
        return this;
    }

    RuleFixture about(Scope scope) {
        when = scope;
        return this;
    }

    /** Kronor per gesture. */
    RuleFixture amount(long kronor) {
        return measuring(Measure.Type.AMOUNT, Measure.Key.GESTURE, null, null, kronor * 100);
    }

    RuleFixture forbidden() {
        return measuring(Measure.Type.FORBIDDEN, Measure.Key.GESTURE, null, null, 0);
    }

    RuleFixture sum(Measure.Key key, long kronor) {
        return measuring(Measure.Type.SUM, key, null, null, kronor * 100);
    }

    RuleFixture count(Measure.Key key, long pieces) {
        return measuring(Measure.Type.COUNT, key, null, null, pieces);
    }

    RuleFixture within(String stretch) {
        java.time.Period within = java.time.Period.parse(stretch);
        return measuring(measure.type(), measure.key(), within, null, bound);
    }

    RuleFixture per(Period period) {
        return measuring(measure.type(), measure.key(), null, period, bound);
    }

    private RuleFixture measuring(
            Measure.Type type, Measure.Key key, java.time.Period within, Period per, long bound) {
        this.measure = new Measure(type, key, within, per);
        this.bound = bound;
        return this;
    }

    RuleFixture otherwise(Outcome outcome) {
        otherwise = outcome;
        return this;
    }

    RuleFixture replacing(String... codes) {
        replaces = List.of(codes);
        return this;
    }

    Guardrail build() {
        return new Guardrail(
                code, revision, from, until, when, measure, bound, otherwise, replaces);
    }

    static Scope kind(String kind) {
        return new Scope(kind, null, null, null, null, null, null, null);
    }

    static Scope category(String category) {
        return new Scope(null, category, null, null, null, null, null, null);
    }

    static Scope role(String role) {
        return new Scope(null, null, role, null, null, null, null, null);
    }

    static Scope unit(String unit) {
        return new Scope(null, null, null, unit, null, null, null, null);
    }

    static Scope tier(String tier) {
        return new Scope(null, null, null, null, tier, null, null, null);
    }

    static Scope touchpoint(String touchpoint) {
        return new Scope(null, null, null, null, null, touchpoint, null, null);
    }

    static Scope moment(String moment) {
        return new Scope(null, null, null, null, null, null, moment, null);
    }

    static Scope outreach(boolean outreach) {
        return new Scope(null, null, null, null, null, null, null, outreach);
    }
}
