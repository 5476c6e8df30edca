package app.leeway.http;

import app.leeway.shared.JsonParts;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What stands behind the question mark of an address, read like a {@link Form}: a misspelt filter
 * is refused and not silently without effect.
 */
public final class Query {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final Form form;

    private Query(Form form) {
        this.form = form;
    }

    public static Query of(UriInfo uri) {
        JsonObjectBuilder json = JsonParts.object();
        List<String> repeated = new ArrayList<>();
        for (Map.Entry<String, List<String>> entry : uri.getQueryParameters().entrySet()) {
            json.add(entry.getKey(), entry.getValue().get(0));
            if (entry.getValue().size() > 1) {
                repeated.add(entry.getKey());
            }
        }
        Form form = Form.of(json.build());
        repeated.forEach(n -> form.wrong(n, "duplicate-field", "stands there more than once"));
        return new Query(form);
    }

    /** A parameter that may be left out. */
    public Field optional(String name) {
        return form.optional(name);
    }

    public Field required(String name) {
        return form.required(name);
    }

    public Instant instant(String name) {
        return form.optional(name).instant();
    }

    public boolean truth(String name) {
        return "true".equals(form.optional(name).oneOf("true", "false"));
    }

    /** How many items the caller wants: 50 unless said otherwise, at most 200. */
    public int limit() {
        Field field = form.optional("limit");
        String digits = field.text(9);
        if (digits == null) {
            return USUAL;
        }
        if (!digits.matches("\\d{1,9}") || Integer.parseInt(digits) == 0) {
            field.wrong("wrong-type", "must be a whole number from 1 to " + MOST);
            return USUAL;
        }
        return Math.min(Integer.parseInt(digits), MOST);
    }

    /**
     * The position after which the list goes on; null at its beginning.
     *
     * @param reading of what {@link Page} wrote; throws IllegalArgumentException or
     *     DateTimeException for what it did not
     */
    public <T> T after(Function<String, T> reading) {
        Field field = form.optional("after");
        String cursor = field.text(500);
        try {
            return cursor == null ? null : reading.apply(Cursor.position(cursor));
        } catch (IllegalArgumentException | DateTimeException e) {
            return field.wrong("wrong-type", "must be the `next` of an answer");
        }
    }

    /** Ends the reading, as {@link Form#complete} does. */
    public void complete() {
        form.complete();
    }
}
