package app.leeway.gesture;

import app.leeway.shared.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * A gesture that somebody else must approve, or would have had to.
 *
 * @param id of the gesture
 * @param waits whether it waits to be decided; false where it was done without asking
 * @param requesterId key of whoever asks
 * @param site null above sites
 * @param customerId null when nobody was named
 * @param cost what is asked for
 * @param customerWaiting for how many minutes a customer can wait for an answer; null: none does
 * @param fallback what is granted when nobody answers in those minutes; null: nothing
 * @param restOf the gesture that fell back and left this as its rest, or null
 */
public record ApprovalRequest(
        UUID id,
        boolean waits,
        long requesterId,
        String place,
        String site,
        String kind,
        String category,
        Long customerId,
        Money cost,
        Instant askedAt,
        Integer customerWaiting,
        Money fallback,
        UUID restOf) {}
