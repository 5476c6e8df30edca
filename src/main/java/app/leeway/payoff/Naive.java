package app.leeway.payoff;

/**
 * What is easily worked out and does not correct for who gets gestures. Shown greyed, beside.
 *
 * @param level outcome with a gesture minus outcome without
 * @param change the same of the changes since the window before; NaN when not known
 * @param ownPast outcome minus baseline of those with a gesture; NaN when not known
 */
public record Naive(double level, double change, double ownPast) {}
