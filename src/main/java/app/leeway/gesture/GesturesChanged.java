package app.leeway.gesture;

import java.util.List;
import java.util.UUID;

/**
 * Gestures were logged, settled, released, reversed or have expired. Fired in the transaction;
 * observe after it.
 */
public record GesturesChanged(List<UUID> ids) {}
