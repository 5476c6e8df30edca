package app.leeway.absence;

import java.time.Instant;

/**
 * A time away as a calendar has it.
 *
 * @param key of the event and which of its occurrences, not to be read by anybody
 */
record AwayTime(String key, Instant from, Instant until) {}
