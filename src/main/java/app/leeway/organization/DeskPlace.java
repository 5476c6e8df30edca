package app.leeway.organization;

import java.util.Set;
import java.util.function.Predicate;

/**
 * A place of the desk: an entry of its navigation.
 *
 * @param order lower ones stand higher
 * @param path of its page: {@code /budget/budgets}
 * @param icon a class of PrimeIcons
 * @param label key of the message that names it
 * @param seenBy who finds it in the navigation; the page refuses the others by itself
 * @param pages paths of the other pages that belong to it
 */
public record DeskPlace(
        int order,
        String path,
        String icon,
        String label,
        Predicate<Actor> seenBy,
        Set<String> pages) {

    public DeskPlace(
            int order,
            String path,
            String icon,
            String label,
            Predicate<Actor> seenBy,
            String... pages) {
        this(order, path, icon, label, seenBy, Set.of(pages));
    }

    /** Whether the page with this path is its own or one that belongs to it. */
    public boolean holds(String page) {
        return page.equals(path) || pages.contains(page);
    }
}
