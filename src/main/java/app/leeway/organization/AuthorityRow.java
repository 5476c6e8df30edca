package app.leeway.organization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

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
}
