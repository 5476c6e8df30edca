package app.leeway.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the API answered. */
public record ApiAnswer(int status, HttpHeaders headers, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The body as JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError(status + " was not answered in JSON: " + body, e);
        }
    }

    /**
     * The member at a path such as {@code verdict.reasons.0.guardrail}; null where there is none.
     */
    public String text(String path) {
        JsonNode node = json().at("/" + path.replace('.', '/'));
        return node.isMissingNode() || node.isNull() ? null : node.asText();
    }

    /** The plain items at a path. */
    public List<String> texts(String path) {
        JsonNode array = json().at("/" + path.replace('.', '/'));
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }

    /** The items at a path, each by the member it is told apart by. */
    public List<String> texts(String path, String member) {
        JsonNode array = json().at(path.isEmpty() ? "" : "/" + path.replace('.', '/'));
        return StreamSupport.stream(array.spliterator(), false)
                .map(item -> item.path(member).asText(null))
                .toList();
    }

    /** An item of a list, found by one of its members. */
    public JsonNode item(String path, String member, String value) {
        JsonNode array = json().at("/" + path.replace('.', '/'));
        return StreamSupport.stream(array.spliterator(), false)
                .filter(item -> value.equals(item.path(member).asText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + member + " " + value + ": " + body));
    }

    /** The stable code of a problem. */
    public String code() {
        return text("code");
    }

    /** {@code cost.amount not-an-amount}: everything that the problem says is wrong. */
    public List<String> violations() {
        return StreamSupport.stream(json().path("violations").spliterator(), false)
                .map(v -> v.path("field").asText() + " " + v.path("code").asText())
                .toList();
    }

    public boolean isReplayed() {
        return headers.firstValue("Idempotency-Replayed").filter("true"::equals).isPresent();
    }
}
