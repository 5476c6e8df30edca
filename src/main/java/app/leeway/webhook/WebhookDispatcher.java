package app.leeway.webhook;

import app.leeway.audit.AuditLog;
import app.leeway.notification.Origin;
import app.leeway.outgoing.Backoff;
import app.leeway.outgoing.Reply;
import app.leeway.outgoing.SafeHttpClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Calls one receiver, event by event, as Standard Webhooks has it: signed, within ten seconds, no
 * redirect followed; again later when it did not come through, until it is given up.
 */
@ApplicationScoped
public class WebhookDispatcher {

    static final Duration PATIENCE = Duration.ofSeconds(10);

    /** More than a day in all. */
    static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(5), Duration.ofHours(6), 11);

    /** A receiver that fails is left alone for a while, whatever else waits for it. */
    private static final Backoff REST =
            new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(15), Integer.MAX_VALUE);

    private static final int GONE = 410;

    @Inject WebhookDeliveries deliveries;
    @Inject AuditLog record;
    @Inject SafeHttpClient courier;
    @Inject Clock clock;
    @Inject Origin origin;

    private final RandomGenerator chance = RandomGenerator.getDefault();

    /** All that is due for this receiver, until one does not come through. */
    public void callAll(UUID webhook) {
        Optional<WebhookDeliveries.Taken> next = deliveries.take(webhook);
        while (next.isPresent() && call(next.get())) {
            next = deliveries.take(webhook);
        }
    }

    private boolean call(WebhookDeliveries.Taken one) {
        String text = text(one);
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        try {
            return judge(one, courier.post(one.url(), headers(one, text), body, PATIENCE));
        } catch (IOException e) {
            failed(one, null, e.getMessage());
            return false;
        }
    }

    private boolean judge(WebhookDeliveries.Taken one, Reply reply) {
        if (reply.isGood()) {
            deliveries.delivered(one, reply.status());
            return true;
        }
        if (reply.status() == GONE) {
            deliveries.gone(one, GONE);
        } else if (reply.status() >= 300 && reply.status() < 400) {
            failed(one, reply.status(), "it leads elsewhere, and that is not followed");
        } else {
            failed(one, reply.status(), "it answered " + reply.status());
        }
        return false;
    }

    private void failed(WebhookDeliveries.Taken one, Integer status, String problem) {
        Duration rest = REST.after(one.failures() + 1, chance).orElseThrow();
        deliveries.failed(one, status, problem, BACKOFF.after(one.attempt(), chance), rest);
    }

    private String text(WebhookDeliveries.Taken one) {
        return one.seq() == null
                ? CloudEvent.test(one.id().toString(), one.madeAt(), origin.url())
                : CloudEvent.of(record.at(one.seq()).orElseThrow(), origin.url());
    }

    private Map<String, String> headers(WebhookDeliveries.Taken one, String text) {
        long seconds = clock.instant().getEpochSecond();
        String id = "msg_" + one.id();
        return Map.of(
                "Content-Type",
                CloudEvent.MEDIA_TYPE + "; charset=utf-8",
                "webhook-id",
                id,
                "webhook-timestamp",
                String.valueOf(seconds),
                "webhook-signature",
                WebhookSignature.of(one.secret(), id, seconds, text));
    }
}
