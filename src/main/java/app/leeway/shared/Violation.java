package app.leeway.shared;

/**
 * One thing that is wrong with a request.
 *
 * @param field where, as the caller wrote it: {@code cost.amount}; empty for the whole
 * @param code what, stable: {@code unknown-kind}
 * @param said what, in plain words
 */
public record Violation(String field, String code, LocalizedText said) {

    /** What only machines read: in English. */
    public Violation(String field, String code, String message) {
        this(field, code, LocalizedText.same(message));
    }

    public Violation(String field, Complaint complaint) {
        this(field, complaint.code(), complaint.said());
    }

    /** In plain English. */
    public String message() {
        return said.en();
    }
}
