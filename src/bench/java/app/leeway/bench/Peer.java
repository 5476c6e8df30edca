package app.leeway.bench;

import java.util.function.IntFunction;

/**
 * Somebody who is measured.
 *
 * @param caller makes the operations of the caller with that number
 */
record Peer(String name, IntFunction<Call> caller) {}
