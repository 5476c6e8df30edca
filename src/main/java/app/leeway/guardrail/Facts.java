package app.leeway.guardrail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All that judging one proposal needs beyond itself: answers to the guardrails' questions about it,
 * and the room in the budgets.
 */
public final class Facts {

    private record Answer(String keyValue, Usage tally) {

        /** The fuller of two windows of one guardrail, for one and the same key. */
        Answer orMore(Answer other) {
            if (!keyValue.equals(other.keyValue)) {
                throw new IllegalArgumentException(
                        "answered twice: for " + keyValue + " and for " + other.keyValue);
            }
            return new Answer(keyValue, tally.orMore(other.tally));
        }
    }

    private final Map<Guardrail, Answer> answers;
    private final List<Headroom> rooms;

    /**
     * @param tallies answers to {@link Guardrails#questions} about this proposal and no other; of
     *     two windows that one guardrail asked about, the fuller one counts
     * @param rooms of every budget that the proposal would draw on
     * @throws IllegalArgumentException when one guardrail is answered twice for different keys:
     *     these are the facts of several proposals
     */
    public Facts(Map<Question, Usage> tallies, List<Headroom> rooms) {
        this.answers = new HashMap<>(tallies.size() * 2);
        tallies.forEach(
                (question, tally) ->
                        answers.merge(
                                question.guardrail(),
                                new Answer(question.keyValue(), tally),
                                Answer::orMore));
        this.rooms = List.copyOf(rooms);
    }

    /**
     * @throws IllegalStateException when the guardrail's question was never answered: a verdict
     *     must not rest on a guess
     */
    Usage tally(Guardrail guardrail) {
        Answer answer = answers.get(guardrail);
        if (answer == null) {
            throw new IllegalStateException("nobody answered the question of " + guardrail);
        }
        return answer.tally();
    }

    public List<Headroom> rooms() {
        return rooms;
    }
}
