package app.leeway.shared;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * Something asked of Leeway that is not done, and nothing was changed. Thrown by use cases, so that
 * the transaction is rolled back; told to machines as problem+json and to people by the page.
 */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final transient List<Violation> violations;
    private final transient JsonObject more;

    public RefusedException(Refusal refusal, String detail) {
        this(refusal, detail, List.of());
    }

    public RefusedException(Refusal refusal, String detail, List<Violation> violations) {
        this(refusal, detail, violations, JsonValue.EMPTY_JSON_OBJECT);
    }

    private RefusedException(
            Refusal refusal, String detail, List<Violation> violations, JsonObject more) {
        super(detail, null, false, false); // expected: no stack trace is taken
        this.refusal = refusal;
        this.violations = List.copyOf(violations);
        this.more = more;
    }

    /** The same, telling machines more: what is possible instead, or who was faster. */
    public RefusedException with(JsonObject toTell) {
        return new RefusedException(refusal, getMessage(), violations, toTell);
    }

    /** A single field that is wrong. */
    public static RefusedException invalid(String field, String code, String message) {
        return new RefusedException(
                Refusal.INVALID, message, List.of(new Violation(field, code, message)));
    }

    public Refusal refusal() {
        return refusal;
    }

    public List<Violation> violations() {
        return violations;
    }

    /** Members for machines beyond those of every refusal; empty where there are none. */
    public JsonObject more() {
        return more;
    }
}
