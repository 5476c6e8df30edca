package app.leeway.customer;

import java.time.LocalDate;

/**
 * Somebody who is given something, as the company's own systems describe them. Any part but the
 * code and the name may be null.
 *
 * @param id Leeway's own key
 * @param code the company's own key
 * @param tier of the loyalty programme
 * @param priceLevel what they pay, as the company calls it: standard, premium ...
 * @param memberOf of another programme, such as a competitor's
 * @param knownAs whatever else they may say at a desk: a plate, a booking, a card
 * @param language sv or en, or another two-letter code
 * @param known what is already known, so that nobody need ask again
 */
public record Customer(
        long id,
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
        String known) {}
