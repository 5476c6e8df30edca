package app.leeway.organization;

import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * How many of something wait for whoever is at the desk: said on top of every page, and not said
 * when nothing waits.
 *
 * @param order lower ones stand first
 * @param path of the page where they are: {@code /approval/inbox}
 * @param icon a class of PrimeIcons
 * @param label key of the message that says how many; the number is its parameter
 * @param seenBy whom it concerns; it is counted for nobody else
 * @param counter asked whenever a page is shown or renews itself
 */
public record DeskCount(
        int order,
        String path,
        String icon,
        String label,
        Predicate<Actor> seenBy,
        LongSupplier counter) {

    public long count() {
        return counter.getAsLong();
    }
}
