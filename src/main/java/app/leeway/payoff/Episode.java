package app.leeway.payoff;

import java.util.List;
import java.util.Map;

/**
 * A customer, a day on which something happened, and whether a gesture was given. Those without one
 * are what the others are held against.
 *
 * @param customer whose episodes belong together; null when each is somebody else
 * @param site where it was; may be null
 * @param kind of what was given; null when nothing was
 * @param clauses that were bent
 * @param cost of what was given; 0 when nothing was
 * @param outcome what the customer brought in the window after the day; somebody who left brings 0
 * @param baseline the same for the window just before; null when not known
 * @param before the same for the window before that; null when not known
 * @param history the same for the year before that; null when not known
 * @param active whether the customer was still there in the last half of the window; may be null
 * @param words what people are alike in or not: segment, incident, capital, quarter ...
 * @param numbers likewise, and they are checked for balance: age, income ...
 */
public record Episode(
        String customer,
        String site,
        String kind,
        List<String> clauses,
        double cost,
        double outcome,
        Double baseline,
        Double before,
        Double history,
        Boolean active,
        Map<String, String> words,
        Map<String, Double> numbers) {

    /** The incident type of a customer who had no problem. */
    public static final String NO_INCIDENT = "none";

    public Episode {
        clauses = List.copyOf(clauses);
        words = Map.copyOf(words);
        numbers = Map.copyOf(numbers);
    }

    public boolean isGiven() {
        return kind != null;
    }

    String incident() {
        return words.get("incident");
    }
}
