package app.leeway.loyalty.wire;

import app.leeway.http.Form;
import app.leeway.loyalty.Outcome;
import app.leeway.loyalty.OutcomeType;
import java.time.Instant;
import java.util.Map;

/**
 * Square Loyalty's webhook {@code loyalty.event.created}: points that came or went.
 *
 * @see <a href="https://developer.squareup.com/reference/square/webhooks/loyalty.event.created">the
 *     event</a>
 * @see <a href="https://developer.squareup.com/reference/square/objects/LoyaltyEvent">what is in
 *     it</a>
 */
final class SquareLoyalty implements ProductEvent {

    /** By the type of the event: where its points are, and whether they came or went. */
    private static final Map<String, Points> POINTS =
            Map.of(
                    "ACCUMULATE_POINTS", new Points("accumulate_points", 1),
                    "ACCUMULATE_PROMOTION_POINTS", new Points("accumulate_promotion_points", 1),
                    "ADJUST_POINTS", new Points("adjust_points", 1),
                    "CREATE_REWARD", new Points("create_reward", -1),
                    "DELETE_REWARD", new Points("delete_reward", 1),
                    "EXPIRE_POINTS", new Points("expire_points", -1));

    private record Points(String field, int sign) {}

    @Override
    public Outcome outcome(Form form) {
        form.required("type").oneOf("loyalty.event.created");
        Form event = inner(inner(inner(form, "data"), "object"), "loyalty_event");
        if (event == null) {
            return null;
        }
        String id = event.required("id").text(TEXT_MAX);
        String customer = event.required("loyalty_account_id").text(TEXT_MAX);
        Instant at = event.required("created_at").instant();
        Points points = POINTS.get(String.valueOf(event.required("type").text(TEXT_MAX)));
        Integer count = points == null ? null : count(inner(event, points.field()));
        if (id == null || customer == null || at == null || count == null) {
            return null;
        }
        return new Outcome(
                "square",
                id,
                OutcomeType.POINTS,
                customer,
                at,
                null,
                null,
                null,
                (long) points.sign() * count,
                null,
                null,
                null);
    }

    private static Integer count(Form details) {
        return details == null ? null : details.required("points").whole(-POINTS_MAX, POINTS_MAX);
    }

    private static Form inner(Form form, String name) {
        return form == null ? null : form.required(name).form();
    }
}
