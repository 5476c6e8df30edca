package app.leeway.guardrail;

import java.util.List;
import java.util.Map;

/**
 * All that judging needs beyond the proposal: answers to the guardrails' questions, and the room in
 * the budgets.
 */
public record Facts(Map<Question, Tally> tallies, List<Room> rooms) {

    public Facts {
        tallies = Map.copyOf(tallies);
        rooms = List.copyOf(rooms);
    }

    /**
     * @throws IllegalStateException when the question was never answered: a verdict must not rest
     *     on a guess
     */
    public Tally tally(Question question) {
        Tally tally = tallies.get(question);
        if (tally == null) {
            throw new IllegalStateException("nobody answered " + question);
        }
        return tally;
    }
}
