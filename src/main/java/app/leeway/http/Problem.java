package app.leeway.http;

import app.leeway.shared.JsonParts;
import app.leeway.shared.Violation;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.List;
import java.util.Locale;

/**
 * What is said when something is not done, as RFC 9457 wants it. It never tells more than the
 * caller may know: no class names, no statements, no stack.
 *
 * @param code stable, for machines: {@code kind-not-here}
 * @param detail in plain English, for whoever reads the log of the caller
 * @param more members beyond those of every problem, such as the verdict of a refusal
 */
public record Problem(
        int status, String code, String detail, List<Violation> violations, JsonObject more) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        violations = List.copyOf(violations);
    }

    public Problem(int status, String code, String detail) {
        this(status, code, detail, List.of(), JsonValue.EMPTY_JSON_OBJECT);
    }

    /**
     * @param requestId the number under which the server's log has this request
     */
    public JsonObject json(String requestId) {
        JsonObjectBuilder json =
                JsonParts.object()
                        .add("type", "/problems/" + code)
                        .add("title", title())
                        .add("status", status)
                        .add("detail", detail)
                        .add("code", code)
                        .add("requestId", requestId);
        if (!violations.isEmpty()) {
            json.add("violations", violationsJson());
        }
        more.forEach(json::add);
        return json.build();
    }

    /** The code in words: {@code Kind not here}. */
    private String title() {
        return code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1).replace('-', ' ');
    }

    private JsonArrayBuilder violationsJson() {
        JsonArrayBuilder array = JsonParts.array();
        for (Violation violation : violations) {
            array.add(
                    JsonParts.object()
                            .add("field", violation.field())
                            .add("code", violation.code())
                            .add("message", violation.message()));
        }
        return array;
    }

    /** To be added to: headers such as {@code Retry-After}. */
    public ResponseBuilder response(String requestId) {
        return Response.status(status).type(MEDIA_TYPE).entity(json(requestId).toString());
    }
}
