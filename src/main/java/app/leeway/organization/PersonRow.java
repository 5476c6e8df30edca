package app.leeway.organization;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.HashSet;
import java.util.Set;

/**
 * A person as stored. The company file says who they are and what they may; they themselves choose
 * language, hand and appearance; the identity provider's subject is bound once, at first sign-in.
 */
@Entity
@Table(name = "person")
class PersonRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "user_name")
    String userName;

    @Column(updatable = false)
    String sub;

    String name;

    @Column(name = "at_unit")
    String atUnit;

    @Column(name = "rate_minor")
    Long rateMinor;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "person_role", joinColumns = @JoinColumn(name = "person_id"))
    @Column(name = "role")
    Set<String> roles = new HashSet<>();

    String language;
    String hand = "right";
    String appearance = "auto";
    int position;
    boolean active = true;
}
