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

/** A kind of gesture as stored. */
@Entity
@Table(name = "kind")
class KindRow {

    @Id String code;

    @Column(name = "name_sv")
    String nameSv;

    @Column(name = "name_en")
    String nameEn;

    String category;

    @Column(name = "cost_model")
    String costModel;

    @Column(name = "preset_minor")
    Long presetMinor;

    @Column(name = "per_km_minor")
    Long perKmMinor;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "kind_preset", joinColumns = @JoinColumn(name = "kind"))
    @Column(name = "amount_minor")
    @OrderColumn(name = "position")
    List<Long> presets = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "kind_bend", joinColumns = @JoinColumn(name = "kind"))
    @Column(name = "clause")
    @OrderColumn(name = "position")
    List<String> bends = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "kind_site", joinColumns = @JoinColumn(name = "kind"))
    @Column(name = "site")
    @OrderColumn(name = "position")
    List<String> sites = new ArrayList<>();

    /** {@code optional} or {@code required}. */
    String customer;

    boolean outreach;
    String answers;
    int position;
    boolean active = true;
}
