package app.leeway.guardrail;

import app.leeway.shared.Period;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One dated revision of a guardrail as stored. */
@Entity
@Table(name = "guardrail")
class GuardrailRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String code;
    int revision;

    @Column(name = "effective_from")
    LocalDate effectiveFrom;

    @Column(name = "effective_until")
    LocalDate effectiveUntil;

    String kind;
    String category;
    String role;
    String unit;
    String tier;
    String touchpoint;
    String moment;
    Boolean outreach;
    String measure;

    @Column(name = "of_key")
    String ofKey;

    String within;
    String per;
    long bound;
    String outcome;
    int position;

    @ElementCollection
    @CollectionTable(name = "guardrail_replaces", joinColumns = @JoinColumn(name = "guardrail_id"))
    @Column(name = "code")
    @OrderColumn(name = "position")
    List<String> replaces = new ArrayList<>();

    static GuardrailRow of(Guardrail guardrail, int place) {
        GuardrailRow row = new GuardrailRow();
        row.code = guardrail.code();
        row.revision = guardrail.revision();
        row.effectiveFrom = guardrail.from();
        row.effectiveUntil = guardrail.until();
        row.is(guardrail.when());
        row.counts(guardrail.measure());
        row.bound = guardrail.bound();
        row.outcome = guardrail.otherwise().name();
        row.replaces.addAll(guardrail.replaces());
        row.position = place;
        return row;
    }

    private void is(Scope when) {
        kind = when.kind();
        category = when.category();
        role = when.role();
        unit = when.unit();
        tier = when.tier();
        touchpoint = when.touchpoint();
        moment = when.moment();
        outreach = when.outreach();
    }

    private void counts(Measure counted) {
        measure = counted.type().name().toLowerCase(Locale.ROOT);
        ofKey = counted.key().name().toLowerCase(Locale.ROOT);
        within = counted.within() == null ? null : counted.within().toString();
        per = counted.per() == null ? null : counted.per().code();
    }

    Guardrail guardrail() {
        return new Guardrail(
                code,
                revision,
                effectiveFrom,
                effectiveUntil,
                new Scope(kind, category, role, unit, tier, touchpoint, moment, outreach),
                new Measure(
                        Measure.Type.valueOf(measure.toUpperCase(Locale.ROOT)),
                        Measure.Key.valueOf(ofKey.toUpperCase(Locale.ROOT)),
                        within == null ? null : java.time.Period.parse(within),
                        per == null ? null : Period.of(per)),
                bound,
                Outcome.valueOf(outcome),
                replaces);
    }
}
