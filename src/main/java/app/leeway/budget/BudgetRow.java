package app.leeway.budget;

import app.leeway.guardrail.Outcome;
import app.leeway.shared.Period;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.ZoneId;

/** How a budget's definition is kept. */
@Entity
@Table(name = "budget")
class BudgetRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String code;

    @Column(name = "of_unit")
    String ofUnit;

    @Column(name = "of_person")
    Long ofPerson;

    String per;

    @Column(name = "starts_on")
    LocalDate startsOn;

    @Column(name = "ends_on")
    LocalDate endsOn;

    @Column(name = "amount_minor")
    long amountMinor;

    String exhausted;

    int position;

    boolean active;

    Budget budget(ZoneId zone) {
        return new Budget(
                id,
                code,
                ofUnit,
                ofPerson,
                per == null ? null : Period.of(per),
                startsOn,
                endsOn,
                amountMinor,
                Outcome.valueOf(exhausted),
                zone);
    }

    void become(BudgetDefinition definition, Long personId, int place) {
        code = definition.code();
        ofUnit = definition.ofUnit();
        ofPerson = personId;
        per = definition.per() == null ? null : definition.per().code();
        startsOn = definition.startsOn();
        endsOn = definition.endsOn();
        amountMinor = definition.amountMinor();
        exhausted = definition.exhausted().name();
        position = place;
        active = true;
    }
}
