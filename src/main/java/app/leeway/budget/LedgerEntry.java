package app.leeway.budget;

import app.leeway.shared.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * An entry as people read it.
 *
 * @param gesture null for an adjustment of the limit
 * @param name in whose name; null for the system
 * @param happenedBefore when the gesture happened, where that was before the period began; else
 *     null
 */
public record LedgerEntry(
        long id,
        UUID gesture,
        String type,
        Money held,
        Money spent,
        Money overdraft,
        Money limit,
        String name,
        Instant at,
        Instant happenedBefore) {}
