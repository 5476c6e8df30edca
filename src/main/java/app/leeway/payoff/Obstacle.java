package app.leeway.payoff;

import app.leeway.shared.Texts;

/**
 * What cannot be done with these episodes, and why.
 *
 * @param code stable, for machines
 */
public record Obstacle(String code, Texts message) {}
