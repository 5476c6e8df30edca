package app.leeway.guardrail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All that judging one proposal needs beyond itself: answers to the guardrails' questions about it,
 * and the room in the budgets.
 */
public final class Facts {

    private final Map<Guardrail, Tally> tallies;
    private final List<Room> rooms;

    /**
     * @param answers to {@link Guardrails#questions} about this proposal and no other
     * @param rooms of every budget that the proposal would draw on
     * @throws IllegalArgumentException when one guardrail is answered twice: these are the facts of
     *     several proposals
     */
    public Facts(Map<Question, Tally> answers, List<Room> rooms) {
        this.tallies = new HashMap<>(answers.size() * 2);
        answers.forEach(
                (question, tally) -> {
                    if (tallies.put(question.guardrail(), tally) != null) {
                        throw new IllegalArgumentException("answered twice: " + question);
                    }
                });
        this.rooms = List.copyOf(rooms);
    }

    /**
     * @throws IllegalStateException when the guardrail's question was never answered: a verdict
     *     must not rest on a guess
     */
    Tally tally(Guardrail guardrail) {
        Tally tally = tallies.get(guardrail);
        if (tally == null) {
            throw new IllegalStateException("nobody answered the question of " + guardrail);
        }
        return tally;
    }

    public List<Room> rooms() {
        return rooms;
    }
}
