package app.leeway.outbox;

import java.util.Map;

/**
 * Something that one person is to be told.
 *
 * <p>The values are ids, codes and figures, never names: what is made of them is said in the
 * language of whoever reads it. {@link WordText} says which names it knows.
 *
 * @param personId to whom
 * @param what a code with texts in the messages: {@code approval.asked} is {@code
 *     tell.approval.asked}
 * @param subjectId the id of what it is about: of a gesture, which is also its approval's
 * @param values for the text: {@code who} (a person's id), {@code amount} (minor units), {@code
 *     kind}, {@code place} ...
 * @param urgent whether a customer waits
 */
public record Word(
        long personId, String what, String subjectId, Map<String, String> values, boolean urgent) {

    public Word {
        values = Map.copyOf(values);
    }
}
