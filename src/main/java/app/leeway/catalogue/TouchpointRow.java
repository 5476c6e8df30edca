package app.leeway.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A point of contact as stored. */
@Entity
@Table(name = "touchpoint")
class TouchpointRow {

    @Id String code;

    @Column(name = "name_sv")
    String nameSv;

    @Column(name = "name_en")
    String nameEn;

    int potential;
    int position;
    boolean active = true;
}
