package app.leeway.payoff;

import app.leeway.payoff.statistics.Estimate;
import app.leeway.payoff.statistics.Interval;
import app.leeway.payoff.statistics.StandardErrors;
import java.util.Map;

/**
 * One way of comparing, and what it shows.
 *
 * @param value what gestures did to the outcome, the largest outcomes capped
 * @param uncapped the same with every outcome as it was
 * @param retention what they did to the part that is still there
 * @param byCustomer errors of value with each customer's episodes taken as one
 * @param bySite likewise by site; its clusters are the sites
 * @param customers who got something and have look-alikes
 * @param others the customers among their look-alikes, each by the part of their episodes that is
 *     compared here: at most as many as there are
 * @param balance by how many standard deviations those compared differed before, by name
 */
public record Lens(
        Estimate value,
        Estimate uncapped,
        Estimate retention,
        StandardErrors byCustomer,
        StandardErrors bySite,
        int customers,
        int others,
        Map<String, Double> balance) {

    private static final int SITES_LEAST = 30;

    /** The value with the error that counts: by customer, or by site where that is larger. */
    public Estimate headline() {
        return value.withErrors(countsSites() ? byCustomer.orLarger(bySite) : byCustomer);
    }

    public double degrees() {
        double usual = value.degrees();
        return countsSites() && bySite.effect() > byCustomer.effect()
                ? Math.min(usual, bySite.clusters() - 1.0)
                : usual;
    }

    /** Of the headline. */
    public Interval effect() {
        return headline().effect().interval(degrees());
    }

    private boolean countsSites() {
        return bySite != null && bySite.clusters() >= SITES_LEAST;
    }
}
