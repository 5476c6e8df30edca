package app.leeway.loyalty.wire;

import app.leeway.http.Field;
import app.leeway.http.Form;
import app.leeway.loyalty.Outcome;
import app.leeway.loyalty.OutcomeType;
import java.time.Instant;

/**
 * LoyaltyLion's webhook {@code customers/update}: the tier that a customer is in. It comes with
 * every change of a customer; the same tier since the same moment is the same outcome.
 *
 * @see <a
 *     href="https://developers.loyaltylion.com/api-reference/v2/webhooks/events/customers-update">the
 *     event</a>
 */
final class LoyaltyLion implements ProductEvent {

    private static final int TIER_MAX = 40;

    @Override
    public Outcome outcome(Form form) {
        form.required("topic").oneOf("customers/update");
        Form customer = form.required("customer").form();
        if (customer == null) {
            return null;
        }
        String code = customer.required("merchant_id").text(TEXT_MAX);
        Field membership = customer.optional("loyalty_tier_membership");
        if (membership.isAbsent()) {
            return null;
        }
        Form inTier = membership.form();
        Instant since = inTier == null ? null : inTier.required("started_at").instant();
        Form tier = inTier == null ? null : inTier.required("loyalty_tier").form();
        String name = tier == null ? null : tier.required("name").text(TIER_MAX);
        if (code == null || since == null || name == null) {
            return null;
        }
        return new Outcome(
                "loyaltylion",
                code + " " + name + " " + since,
                OutcomeType.TIER_CHANGE,
                code,
                since,
                null,
                null,
                null,
                null,
                name,
                null,
                null);
    }
}
