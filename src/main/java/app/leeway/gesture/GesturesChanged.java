package app.leeway.gesture;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Gestures were logged, settled, released, reversed or have expired. Fired in the transaction;
 * observe after it.
 *
 * @param places codes of the units where they happened
 * @param givers keys of the people who gave them
 */
public record GesturesChanged(List<UUID> ids, Set<String> places, Set<Long> givers) {}
