package app.leeway.http;

import app.leeway.shared.JsonParts;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import app.leeway.shared.Violation;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A JSON object that somebody sent, read field by field. Everything wrong with it is collected, so
 * that the caller learns all of it at once.
 *
 * <p>Usage: ask for each field ({@link #required}, {@link #optional}), then call {@link #complete}
 * before using any of the answers: until then a wrong field reads as null, or as false.
 */
public final class Form {

    private static final int VIOLATIONS_MAX = 100;

    private final JsonObject json;
    private final String path;
    private final Violations violations;
    private final Set<String> asked = new HashSet<>();

    Form(JsonObject json, String path, Violations violations) {
        this.json = json;
        this.path = path;
        this.violations = violations;
    }

    /** A form of its own: what is wrong with it concerns no other. */
    public static Form of(JsonObject json) {
        return new Form(json, "", new Violations(VIOLATIONS_MAX));
    }

    /**
     * A form that came by another way than a request.
     *
     * @param json in UTF-8
     * @throws BadRequestException when it is no JSON object
     */
    public static Form read(byte[] json) {
        return StrictJson.form(new ByteArrayInputStream(json));
    }

    /**
     * A form with one list that is too long to be held at once.
     *
     * @param body in UTF-8
     * @param list the field with the list, which afterwards reads as an empty one
     * @param itemsMax how many items it may have
     * @param valuesMax of how many values all items together may be made
     * @param taking is handed each item as it comes, before the rest is read
     * @throws BadRequestException when it is no JSON object or holds too much
     * @throws RefusedException INVALID when the list has more items
     */
    public static Form read(
            InputStream body, String list, int itemsMax, int valuesMax, Consumer<Field> taking) {
        return StrictJson.form(body, new LongList(list, itemsMax, valuesMax, taking));
    }

    /** A field without which the form is not complete. */
    public Field required(String name) {
        Field field = optional(name);
        if (field.isAbsent()) {
            field.wrong("missing", "is needed");
        }
        return field;
    }

    /** A field that may be left out, or be null. */
    public Field optional(String name) {
        asked.add(name);
        return new Field(path + name, json.get(name), violations);
    }

    /** Whether the field is there at all, be it null. */
    public boolean has(String name) {
        return json.containsKey(name);
    }

    /** Fields that nobody asks for may be there as well. */
    public void allowOthers() {
        asked.addAll(json.keySet());
    }

    /** Marks one field as wrong, for a reason that only the reader knows. */
    public void wrong(String name, String code, String message) {
        violations.add(new Violation(path + name, code, name + " " + message));
    }

    /**
     * Ends the reading.
     *
     * @throws RefusedException INVALID with what is wrong, fields that nobody asked for included:
     *     the first hundred
     */
    public void complete() {
        refuseUnknown();
        List<Violation> found = violations.found();
        if (!found.isEmpty()) {
            String first = found.get(0).message();
            String detail =
                    found.size() == 1 ? first : first + " (and " + (found.size() - 1) + " more)";
            throw new RefusedException(Refusal.INVALID, detail, found);
        }
    }

    /** Notes fields that nobody asked for; for forms inside forms, which are not completed. */
    public void refuseUnknown() {
        json.keySet().stream()
                .filter(name -> !asked.contains(name))
                .forEach(name -> wrong(name, "unknown-field", "is not known here"));
    }

    /** The same text for the same content, whatever the order of fields and the spaces. */
    public String canonical() {
        return canonical(json);
    }

    private static String canonical(JsonValue value) {
        switch (value.getValueType()) {
            case OBJECT:
                StringBuilder object = new StringBuilder("{");
                new TreeMap<>(value.asJsonObject())
                        .forEach(
                                (name, inner) ->
                                        object.append(JsonParts.quoted(name))
                                                .append(':')
                                                .append(canonical(inner))
                                                .append(','));
                return object.append('}').toString();
            case ARRAY:
                StringBuilder array = new StringBuilder("[");
                value.asJsonArray().forEach(inner -> array.append(canonical(inner)).append(','));
                return array.append(']').toString();
            default:
                return value.toString();
        }
    }
}
