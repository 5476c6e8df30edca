package app.leeway.guardrail;

import java.time.Duration;
import java.time.Instant;

/**
 * What a cumulative guardrail must know before it can judge: what the gestures in its scope that
 * share the key come to in the window. Held and settled ones count; refused, released, expired and
 * reversed ones do not.
 *
 * @param keyValue staff or customer key in digits, visit as given, or code of the site
 * @param from the window's first instant, included; null: since ever
 * @param until the window's end, excluded; null: for ever
 * @param rolling length of a rolling window that ends at the proposal, else null; what lies after
 *     the proposal then counts too where a window of this length could hold both, so that planning
 *     ahead splits nothing
 */
public record Question(
        Guardrail guardrail,
        String keyValue,
        Instant at,
        Instant from,
        Instant until,
        Duration rolling) {}
