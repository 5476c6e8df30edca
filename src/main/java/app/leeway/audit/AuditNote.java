package app.leeway.audit;

/**
 * Something that changed, for the record. Holds ids, codes and figures, never names or free text,
 * so that a person can be erased and the chain still verifies.
 *
 * @param personId who did it; null: the system itself
 * @param what in the past tense, after the prefix of an {@link AuditSubject}: {@code
 *     gesture.logged}
 * @param subject the id or code of what changed
 * @param before the state before, as JSON, or null
 * @param after the state after, as JSON, or null
 * @param place code of the unit that the entry is about, kept beside the chain; null where it is
 *     about none
 */
public record AuditNote(
        Long personId, String what, String subject, String before, String after, String place) {

    /** About no unit in particular. */
    public AuditNote(Long personId, String what, String subject, String before, String after) {
        this(personId, what, subject, before, after, null);
    }
}
