package app.leeway.http;

import app.leeway.shared.JsonParts;
import app.leeway.shared.RefusedException;
import app.leeway.shared.Violation;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads JSON without the freedoms that RFC 8259 leaves: UTF-8 only, one object, each name once,
 * nothing deeper, longer or more than needed. It is counted as it comes: what will be refused is
 * never held in memory, a body of some megabytes neither as text nor as a tree.
 *
 * <p>Design notice: the library can refuse duplicates by itself, but stops at the first and does
 * not say where; built from the parser's events, each is a violation with its path like any other.
 */
final class StrictJson {

    /** Values of a form: each object, list, text, number or literal counts as one. */
    static final int VALUES_MAX = 20_000;

    /** Values of one form among many. */
    static final int VALUES_EACH_MAX = 200;

    /** Of the name of a field, in characters. */
    static final int NAME_MAX = 256;

    private static final int DEEPEST = 12;
    private static final int VIOLATIONS_MAX = 100;
    private static final int VIOLATIONS_EACH_MAX = 10;

    private final JsonParser parser;
    private final Violations violations;
    private final int most;
    private int values;
    private int depth;

    private StrictJson(JsonParser parser, Violations violations, int most) {
        this.parser = parser;
        this.violations = violations;
        this.most = most;
    }

    /** Reads one kind of body to its end. */
    private interface Reading<T> {
        T read(JsonParser parser);
    }

    /**
     * @throws BadRequestException 400 malformed-json when it cannot be read as a JSON object; 413
     *     too-large when it holds too much
     */
    static Form form(InputStream body) {
        return form(body, null);
    }

    /**
     * An object with one long list, whose items are handed over as they come and not kept.
     *
     * @param list null: there is none
     * @return the object with an empty list in the long one's place
     * @throws BadRequestException like {@link #form}
     */
    static Form form(InputStream body, LongList list) {
        return reading(
                body,
                parser -> {
                    Violations violations = new Violations(VIOLATIONS_MAX);
                    StrictJson reading = new StrictJson(parser, violations, VALUES_MAX);
                    return new Form(reading.whole(list), "", violations);
                });
    }

    /**
     * One object, or a list of objects, each handed over as it comes.
     *
     * @param atMost so many of them
     * @return whether it was a list
     * @throws BadRequestException 400 malformed-json when it cannot be read as either; 413
     *     too-large when one of them holds too much
     * @throws RefusedException INVALID too-long when there are more
     */
    static boolean each(InputStream body, int atMost, Consumer<Form> taking) {
        return reading(body, parser -> each(parser, atMost, taking));
    }

    private static boolean each(JsonParser parser, int atMost, Consumer<Form> taking) {
        Event first = parser.hasNext() ? parser.next() : null;
        if (first == Event.START_OBJECT) {
            taking.accept(alone(parser));
            return false;
        }
        if (first != Event.START_ARRAY) {
            throw malformed("the body must be a JSON object, or a list of them");
        }
        int count = 0;
        Event next = parser.next();
        while (next == Event.START_OBJECT) {
            if (++count > atMost) {
                throw RefusedException.invalid("", "too-long", "at most " + atMost + " at a time");
            }
            taking.accept(alone(parser));
            next = parser.next();
        }
        if (next != Event.END_ARRAY) {
            throw malformed("the list must hold JSON objects only");
        }
        return true;
    }

    private static Form alone(JsonParser parser) {
        Violations violations = new Violations(VIOLATIONS_EACH_MAX);
        JsonObject object = new StrictJson(parser, violations, VALUES_EACH_MAX).object("", null);
        return new Form(object, "", violations);
    }

    private static <T> T reading(InputStream body, Reading<T> reading) {
        // A decoder of its own: that of a reader would put signs in the place of what is no UTF-8.
        InputStreamReader text = new InputStreamReader(body, StandardCharsets.UTF_8.newDecoder());
        try (JsonParser parser = JsonParts.parser(new BoundedText(text))) {
            T read = reading.read(parser);
            if (parser.hasNext()) {
                throw malformed("something follows the JSON");
            }
            return read;
        } catch (JsonException | NoSuchElementException e) {
            throw unreadable(e);
        }
    }

    private static BadRequestException unreadable(RuntimeException e) {
        if (e.getCause() instanceof CharacterCodingException) {
            return malformed("the body is not UTF-8");
        }
        if (e.getCause() instanceof IOException) {
            return new BadRequestException(400, "unreadable", "the body broke off");
        }
        return malformed("the body is not JSON: " + firstLine(e.getMessage()));
    }

    private static String firstLine(String message) {
        return message == null ? "it ends too early" : message.lines().findFirst().orElse("");
    }

    private JsonObject whole(LongList list) {
        if (!parser.hasNext() || parser.next() != Event.START_OBJECT) {
            throw malformed("the body must be a JSON object");
        }
        return object("", list);
    }

    /**
     * @param list which of its fields is read item by item; null: none
     */
    private JsonObject object(String path, LongList list) {
        goDeeper();
        JsonObjectBuilder object = JsonParts.object();
        Set<String> names = new HashSet<>();
        while (parser.next() == Event.KEY_NAME) {
            String name = parser.getString();
            if (name.length() > NAME_MAX) {
                throw malformed("a name has more than " + NAME_MAX + " characters");
            }
            boolean isNew = names.add(name);
            JsonValue value = field(name, path, isNew ? list : null);
            if (isNew) {
                object.add(name, value);
            } else {
                String message = path + name + " stands there more than once";
                violations.add(new Violation(path + name, "duplicate-field", message));
            }
        }
        depth--;
        return object.build();
    }

    private JsonValue field(String name, String path, LongList list) {
        Event event = parser.next();
        if (list != null && event == Event.START_ARRAY && name.equals(list.name())) {
            items(list);
            return JsonValue.EMPTY_JSON_ARRAY;
        }
        return value(event, path + name);
    }

    private void items(LongList list) {
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            StrictJson item = new StrictJson(parser, violations, VALUES_EACH_MAX);
            String place = list.place();
            list.take(new Field(place, item.value(event, place), violations), item.values);
        }
    }

    private JsonValue array(String path) {
        goDeeper();
        JsonArrayBuilder array = JsonParts.array();
        int index = 0;
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            array.add(value(event, path + "[" + index++ + "]"));
        }
        depth--;
        return array.build();
    }

    private JsonValue value(Event event, String path) {
        if (++values > most) {
            throw tooLarge(most);
        }
        return switch (event) {
            case START_OBJECT -> object(path + ".", null);
            case START_ARRAY -> array(path);
            default -> parser.getValue();
        };
    }

    private void goDeeper() {
        if (++depth > DEEPEST) {
            throw malformed("the JSON is nested deeper than " + DEEPEST);
        }
    }

    static BadRequestException malformed(String detail) {
        return new BadRequestException(400, "malformed-json", detail);
    }

    static BadRequestException tooLarge(int values) {
        return new BadRequestException(
                413, "too-large", "the JSON holds more than " + values + " values");
    }
}
