/**
 * Which rule-breaking paid off, said honestly.
 *
 * <ul>
 *   <li>The way of a figure: episodes (from outside, or facts of the store) {@code -> Evidence ->
 *       ReportingThresholds -> State and Badge -> Sentences -> Finding}.
 *   <li>{@link app.leeway.payoff.Payoff} is the entry for Java: no store, no clock, no settings of
 *       a company.
 *   <li>{@code statistics} has the arithmetic; docs/payoff.md says what they mean.
 * </ul>
 */
@Room(
        floor = 5,
        purpose =
                "what gestures were worth: like for like, said honestly ([method](payoff.md)); `payoff.statistics` is the arithmetic",
        tables = {"payoff_edition", "payoff_errors", "payoff_estimate", "payoff_spent"},
        foreign = {
            @Room.ForeignTable(table = "company", why = "the currency of an edition"),
            @Room.ForeignTable(table = "episode", why = "estimates are made in SQL over the facts"),
            @Room.ForeignTable(
                    table = "episode_clause",
                    why = "episodes are grouped by the clause they bent"),
            @Room.ForeignTable(
                    table = "episode_fact",
                    why = "estimates are made in SQL over the facts"),
            @Room.ForeignTable(
                    table = "gesture",
                    why = "money spent, and one's own gestures, are summed in SQL")
        })
package app.leeway.payoff;

import app.leeway.shared.Room;
