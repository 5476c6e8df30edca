/**
 * Which rule-breaking paid off, said honestly.
 *
 * <ul>
 *   <li>The way of a figure: episodes (from outside, or facts of the store) {@code -> Evidence ->
 *       ReportingThresholds -> State and Badge -> Sentences -> Finding}.
 *   <li>{@link app.leeway.payoff.Payoff} is the entry for Java: no store, no clock, no settings of
 *       a company.
 *   <li>{@code figure} has the statistics; docs/payoff.md says what they mean.
 * </ul>
 */
package app.leeway.payoff;
