package app.leeway.catalogue;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** What can happen to a customer, as stored. */
@Entity
@Table(name = "incident_type")
class IncidentTypeRow {

    @Id String code;

    @Column(name = "name_sv")
    String nameSv;

    @Column(name = "name_en")
    String nameEn;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "incident_site", joinColumns = @JoinColumn(name = "incident"))
    @Column(name = "site")
    @OrderColumn(name = "position")
    List<String> sites = new ArrayList<>();

    int position;
    boolean active = true;
}
