package app.leeway.notification;

import java.util.Map;

/**
 * Something that one person is to be told.
 *
 * <p>The values are ids, codes and figures, never names: what is made of them is said in the
 * language of whoever reads it.
 *
 * @param personId to whom
 * @param type what it says and where it leads; a registered one
 * @param subjectId the id of what it is about: of a gesture, which is also its approval's
 * @param values for the text, under the names of the type's placeholders
 * @param urgent whether a customer waits
 */
public record Notification(
        long personId,
        NotificationType type,
        String subjectId,
        Map<String, String> values,
        boolean urgent) {

    /**
     * @throws IllegalArgumentException for a value that the type has no placeholder for
     */
    public Notification {
        values = Map.copyOf(values);
        for (String name : values.keySet()) {
            if (!type.placeholders().containsKey(name)) {
                throw new IllegalArgumentException(type.code() + " has no placeholder " + name);
            }
        }
    }
}
