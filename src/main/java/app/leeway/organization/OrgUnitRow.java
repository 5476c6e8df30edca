package app.leeway.organization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An org unit as stored; {@code under} is a code, so that a whole tree is read flat. */
@Entity
@Table(name = "org_unit")
class OrgUnitRow {

    @Id String code;

    @Column(name = "name_sv")
    String nameSv;

    @Column(name = "name_en")
    String nameEn;

    String level;
    String under;
    String zone;
    String hours;
    Integer sample;
    int position;
    boolean active = true;
}
