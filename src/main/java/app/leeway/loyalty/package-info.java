/**
 * What customers did later: outcomes come in, episodes are gathered, facts are made of both.
 *
 * <ul>
 *   <li>The way in: {@code rest|file|stream -> ReceivingOutcomes -> OutcomeStore}; exactly once by
 *       source and id.
 *   <li>The way of a fact: gestures and happenings {@code -> EpisodeProjection -> FactBuild};
 *       {@code sql/facts.sql} says what a fact is.
 * </ul>
 */
package app.leeway.loyalty;
