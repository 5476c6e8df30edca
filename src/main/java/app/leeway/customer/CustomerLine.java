package app.leeway.customer;

import java.time.LocalDate;

/** A customer as a line of the customer file has them; null where a cell is empty. */
record CustomerLine(
        String code,
        String name,
        String phone,
        String email,
        String tier,
        String priceLevel,
        String memberOf,
        String knownAs,
        LocalDate birthDate,
        String language,
        String known) {

    /** The same, under another spelling of the code. */
    CustomerLine spelled(String otherwise) {
        return new CustomerLine(
                otherwise,
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
