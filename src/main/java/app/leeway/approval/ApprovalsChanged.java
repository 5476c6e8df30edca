package app.leeway.approval;

import java.util.Set;
import java.util.UUID;

/**
 * Exceptions were asked for, decided or moved on. Fired in the transaction; observe after it.
 *
 * @param places codes of the units where they happen
 * @param requesters keys of the people who asked
 */
public record ApprovalsChanged(Set<UUID> ids, Set<String> places, Set<Long> requesters) {}
