package app.leeway.gesture;

import app.leeway.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Gestures wait for somebody to decide. Fired in the transaction that writes them, after they are
 * written: whoever keeps exceptions writes theirs in the same.
 */
public record ExceptionsOpened(List<Opened> exceptions) {

    public ExceptionsOpened {
        exceptions = List.copyOf(exceptions);
    }

    /**
     * One of them.
     *
     * @param id of the gesture
     * @param requesterId key of whoever asks
     * @param site null above sites
     * @param customerId null when nobody was named
     * @param cost what is asked for
     * @param shortfall what did not fit, on budgets without room
     * @param judgedFor when it is meant for
     * @param customerWaiting for how many minutes a customer can wait for an answer; null: none
     *     does
     * @param fallback what is granted when nobody answers in those minutes; null: nothing
     * @param restOf the gesture that fell back and left this as its rest, or null
     */
    public record Opened(
            UUID id,
            long requesterId,
            String place,
            String site,
            String kind,
            String category,
            Long customerId,
            Money cost,
            List<Answer.Shortfall> shortfall,
            Instant askedAt,
            Instant judgedFor,
            Integer customerWaiting,
            Money fallback,
            UUID restOf) {}
}
