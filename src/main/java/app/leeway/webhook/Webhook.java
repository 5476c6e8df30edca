package app.leeway.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Somebody outside who is called when something happens. Active from the start; gone, for good,
 * when the receiver answers 410.
 *
 * @param events what is told: {@code gesture.*}, {@code approval.declined} ...
 * @param state active or gone
 * @param failures calls in a row that did not come through
 * @param waiting deliveries that have not come through yet
 * @param dead deliveries that were given up
 */
public record Webhook(
        UUID id,
        String url,
        List<String> events,
        String state,
        Instant madeAt,
        int failures,
        long waiting,
        long dead) {}
