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
@Room(
        floor = 4,
        purpose =
                "outcomes coming in, episodes gathered from the record, facts made of both at night",
        tables = {
            "episode",
            "episode_clause",
            "episode_fact",
            "fact_chunk",
            "fact_due",
            "fact_run",
            "fact_state",
            "fact_stock",
            "happening",
            "margin",
            "outcome",
            "outcome_file",
            "outcome_refused"
        },
        foreign = {
            @Room.ForeignTable(
                    table = "company",
                    why = "reads and writes its own settings, which are columns of the row"),
            @Room.ForeignTable(table = "person", why = "runs and files name who began them")
        })
package app.leeway.loyalty;

import app.leeway.shared.Room;
