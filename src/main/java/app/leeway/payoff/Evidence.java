package app.leeway.payoff;

import app.leeway.payoff.statistics.Difference;
import app.leeway.payoff.statistics.Estimate;

/**
 * All that the episodes show of one group, before anybody judges whether it may be shown.
 *
 * @param all how many got something
 * @param past compared with their own past; null when no baseline is known
 * @param seen compared with those who looked the same
 * @param placebo what the gestures did before they were given, which is nothing: past's comparison
 *     of baseline minus the window before; null when not known
 * @param lot the plain difference, when chance decided; null otherwise
 * @param onlyWithoutIncident whether all who could be compared had no problem at all
 */
public record Evidence(
        Group group,
        int all,
        Lens past,
        Lens seen,
        Estimate placebo,
        Lot lot,
        Naive naive,
        boolean onlyWithoutIncident) {

    /**
     * A trial by lot.
     *
     * @param degrees of freedom after Welch
     * @param chance the least probability that chance made those drawn differ before as they did,
     *     over all that was recorded, each counted as one of many; 1 when nothing was
     */
    public record Lot(Estimate estimate, double degrees, Difference effect, double chance) {}
}
