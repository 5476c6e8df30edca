package app.leeway.notification.rest;

import static app.leeway.http.Trials.bare;
import static app.leeway.http.Trials.notAllowed;
import static app.leeway.http.Trials.notFound;

import app.leeway.http.North;
import app.leeway.http.RegionProbe;
import app.leeway.http.Trials;
import java.util.UUID;

/**
 * Notifications are read by those whom they are for; machines are kept by stewards and auditors.
 */
class NotificationRegionProbe implements RegionProbe {

    private static final String WORD_OF_KIM = "0190a3f2-0000-7000-8000-0000000000aa";
    private static final String HOOK =
            "{\"url\":\"https://example.org/\",\"events\":[\"gesture.*\"]}";

    @Override
    public void probe(North north, Trials trials) {
        north.books()
                .write(
                        "INSERT INTO word (id, person_id, what, subject, facts, urgent, at)"
                                + " SELECT '"
                                + WORD_OF_KIM
                                + "', id, 'approval.asked', 'x', '{}', false, now()"
                                + " FROM person WHERE user_name = 'kim' ON CONFLICT DO NOTHING");
        trials.open(
                "GET /me/notification-preferences",
                "PUT /me/notification-preferences",
                "GET /me/push",
                "POST /me/push",
                "DELETE /me/push/{id}",
                "GET /notifications");
        trials.closed(
                "GET /notifications/undeliverable",
                c -> notAllowed(c.get("/notifications/undeliverable")));
        trials.closed(
                "POST /notifications/{id}/read",
                c -> notFound(bare(c, "POST", "/notifications/" + WORD_OF_KIM + "/read")));
        String hook = "/webhooks/" + UUID.randomUUID();
        trials.closed("GET /webhooks", c -> notAllowed(c.get("/webhooks")));
        trials.closed("POST /webhooks", c -> notAllowed(c.post("/webhooks", HOOK)));
        trials.closed("GET /webhooks/{id}", c -> notAllowed(c.get(hook)));
        trials.closed("DELETE /webhooks/{id}", c -> notAllowed(bare(c, "DELETE", hook)));
        trials.closed("POST /webhooks/{id}/test", c -> notAllowed(bare(c, "POST", hook + "/test")));
        trials.closed(
                "GET /webhooks/{id}/deliveries", c -> notAllowed(c.get(hook + "/deliveries")));
        trials.closed(
                "POST /webhooks/{id}/deliveries/{delivery}/again",
                c -> notAllowed(bare(c, "POST", hook + "/deliveries/" + WORD_OF_KIM + "/again")));
        trials.closed("GET /events", c -> notAllowed(c.get("/events")));
    }
}
