package app.leeway.organization;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.TreeMap;

/** How much a manager of a unit may grant in one decision. */
@Entity
@Table(name = "authority")
class AuthorityRow {

    @Id
    @Column(name = "at_unit")
    String atUnit;

    @Column(name = "up_to_minor")
    long upToMinor;

    int position;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "authority_category", joinColumns = @JoinColumn(name = "at_unit"))
    @MapKeyColumn(name = "category")
    @Column(name = "up_to_minor")
    Map<String, Long> categories = new TreeMap<>();
}
