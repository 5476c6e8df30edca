package app.leeway.webhook;

import java.time.Instant;
import java.util.UUID;

/**
 * One event for one receiver.
 *
 * @param number its place among all deliveries
 * @param seq the number of the entry in the record; null for a test
 * @param state waiting, delivered or dead
 * @param nextAt when it is tried next; null when it is not
 * @param status of the last answer; null where there was none
 */
public record WebhookDelivery(
        UUID id,
        long number,
        Long seq,
        String event,
        String state,
        Instant madeAt,
        int attempts,
        Instant nextAt,
        Instant endedAt,
        Integer status,
        String problem) {}
