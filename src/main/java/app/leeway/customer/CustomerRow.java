package app.leeway.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A customer as stored; only ever read here, {@link ImportingCustomers} writes. */
@Entity
@Table(name = "customer")
class CustomerRow {

    @Id Long id;

    String code;

    @Column(name = "code_key")
    String codeKey;

    String name;
    String phone;
    String email;
    String tier;

    @Column(name = "price_level")
    String priceLevel;

    @Column(name = "member_of")
    String memberOf;

    @Column(name = "known_as")
    String knownAs;

    @Column(name = "birth_date")
    LocalDate birthDate;

    String language;
    String known;

    Customer customer() {
        return new Customer(
                id,
                code,
                name,
                phone,
                email,
                tier,
                priceLevel,
                memberOf,
                knownAs,
                birthDate,
                language,
                known);
    }
}
