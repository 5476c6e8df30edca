package app.leeway.gesture;

import java.util.UUID;

/**
 * A gesture went from one state to the next. Fired in the transaction.
 *
 * @param personId who moved it; null when it happened by itself
 */
public record GestureMoved(UUID id, GestureState from, GestureState to, Long personId) {}
