package app.leeway.payoff;

import app.leeway.shared.LocalizedText;

/**
 * What cannot be done with these episodes, and why.
 *
 * @param code stable, for machines
 */
public record DataProblem(String code, LocalizedText message) {}
