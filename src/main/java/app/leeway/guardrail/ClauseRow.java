package app.leeway.guardrail;

import app.leeway.shared.LocalizedText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Locale;

/** A clause as stored. */
@Entity
@Table(name = "clause")
class ClauseRow {

    @Id String code;

    String bendable;

    @Column(name = "text_sv")
    String textSv;

    @Column(name = "text_en")
    String textEn;

    int position;
    boolean active = true;

    void become(Clause clause, int place) {
        code = clause.code();
        bendable = clause.bendable().code();
        textSv = clause.text().sv();
        textEn = clause.text().en();
        position = place;
        active = true;
    }

    Clause clause() {
        return new Clause(
                code,
                Clause.Bendable.valueOf(bendable.toUpperCase(Locale.ROOT)),
                new LocalizedText(textSv, textEn));
    }
}
