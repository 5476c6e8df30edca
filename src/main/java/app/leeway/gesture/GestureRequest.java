package app.leeway.gesture;

import app.leeway.shared.Money;
import java.time.Instant;
import java.util.List;

/**
 * What somebody wants to log, as they said it. Everything but the kind may be missing.
 *
 * @param cost of an entered kind
 * @param minutes of a time or travel kind
 * @param distanceMetres of a travel kind
 * @param customer the company's own code
 * @param visit the company's own key of a booking or visit
 * @param site code; null: where the person acts
 * @param bends codes of clauses bent beyond those of the kind
 * @param damage what the trouble was worth to the customer, where known
 * @param occurredAt when it happened; only with done
 * @param plannedFor when it is planned; only when asked ahead
 * @param done whether it has happened
 * @param customerWaiting for how many minutes a customer can wait for an answer, when it has to be
 *     asked for; null: none does
 * @param lateReason why something that happened long ago is logged only now
 */
public record GestureRequest(
        String kind,
        Money cost,
        Integer minutes,
        Integer distanceMetres,
        String customer,
        String visit,
        String site,
        String touchpoint,
        String occasion,
        List<String> bends,
        Money damage,
        String moment,
        Instant occurredAt,
        Instant plannedFor,
        boolean done,
        Integer customerWaiting,
        String incident,
        String lateReason) {

    public GestureRequest {
        bends = bends == null ? List.of() : bends.stream().distinct().sorted().toList();
    }
}
