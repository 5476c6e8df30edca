package app.leeway.organization;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much the managers of a unit may grant.
 *
 * @param at code of the unit whose managers are meant
 * @param upToMinor what one decision may grant, in minor units
 * @param categories of kinds for which it is another amount
 */
public record Authority(String at, long upToMinor, Map<String, Long> categories) {

    public Authority {
        categories = Collections.unmodifiableSortedMap(new TreeMap<>(categories));
    }

    /** What one decision may grant of a category of kinds. */
    public long upTo(String category) {
        return categories.getOrDefault(category, upToMinor);
    }
}
