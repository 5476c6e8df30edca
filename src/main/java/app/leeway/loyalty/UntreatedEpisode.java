package app.leeway.loyalty;

import java.time.Instant;

/**
 * Something happened to a customer, and nothing was given: what gestures are held against.
 *
 * @param incident code of what happened
 * @param customer the company's own code; null when nobody knows who it was
 * @param site where; null: where whoever tells acts
 * @param occurredAt when; null: now
 */
public record UntreatedEpisode(String incident, String customer, String site, Instant occurredAt) {}
