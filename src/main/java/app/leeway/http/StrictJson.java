package app.leeway.http;

import app.leeway.shared.JsonParts;
import app.leeway.shared.Violation;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * Reads JSON without the freedoms that RFC 8259 leaves: UTF-8 only, one object, each name once,
 * nothing deeper than needed.
 *
 * <p>Design notice: the library can refuse duplicates by itself, but stops at the first and does
 * not say where; built from the parser's events, each is a violation with its path like any other.
 */
final class StrictJson {

    private static final int DEEPEST = 12;

    private final JsonParser parser;
    private final List<Violation> duplicates = new ArrayList<>();
    private int depth;

    private StrictJson(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * @throws UnfitRequestException 400 malformed-json when it cannot be read as a JSON object
     */
    static Form form(byte[] body) {
        try (JsonParser parser = JsonParts.parser(utf8(body))) {
            StrictJson reading = new StrictJson(parser);
            if (!parser.hasNext() || parser.next() != Event.START_OBJECT) {
                throw malformed("the body must be a JSON object");
            }
            JsonObject object = reading.object("");
            if (parser.hasNext()) {
                throw malformed("something follows the JSON object");
            }
            return new Form(object, "", reading.duplicates);
        } catch (JsonException | NoSuchElementException e) {
            throw malformed("the body is not JSON: " + firstLine(e.getMessage()));
        }
    }

    /**
     * One object, or a list of objects.
     *
     * @throws UnfitRequestException 400 malformed-json when it cannot be read as either
     */
    static Forms forms(byte[] body) {
        try (JsonParser parser = JsonParts.parser(utf8(body))) {
            Event first = parser.hasNext() ? parser.next() : null;
            List<Form> items = new ArrayList<>();
            if (first == Event.START_OBJECT) {
                items.add(alone(parser));
            } else if (first == Event.START_ARRAY) {
                Event next = parser.next();
                while (next == Event.START_OBJECT) {
                    items.add(alone(parser));
                    next = parser.next();
                }
                if (next != Event.END_ARRAY) {
                    throw malformed("the list must hold JSON objects only");
                }
            } else {
                throw malformed("the body must be a JSON object, or a list of them");
            }
            if (parser.hasNext()) {
                throw malformed("something follows the JSON");
            }
            return new Forms(items, first == Event.START_ARRAY);
        } catch (JsonException | NoSuchElementException e) {
            throw malformed("the body is not JSON: " + firstLine(e.getMessage()));
        }
    }

    private static Form alone(JsonParser parser) {
        StrictJson reading = new StrictJson(parser);
        return new Form(reading.object(""), "", reading.duplicates);
    }

    private static String utf8(byte[] body) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw malformed("the body is not UTF-8");
        }
    }

    private static String firstLine(String message) {
        return message == null ? "it ends too early" : message.lines().findFirst().orElse("");
    }

    private JsonObject object(String path) {
        goDeeper();
        JsonObjectBuilder object = JsonParts.object();
        Set<String> names = new HashSet<>();
        while (parser.next() == Event.KEY_NAME) {
            String name = parser.getString();
            JsonValue value = value(parser.next(), path + name);
            if (names.add(name)) {
                object.add(name, value);
            } else {
                String message = path + name + " stands there more than once";
                duplicates.add(new Violation(path + name, "duplicate-field", message));
            }
        }
        depth--;
        return object.build();
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
        return switch (event) {
            case START_OBJECT -> object(path + ".");
            case START_ARRAY -> array(path);
            default -> parser.getValue();
        };
    }

    private void goDeeper() {
        if (++depth > DEEPEST) {
            throw malformed("the JSON is nested deeper than " + DEEPEST);
        }
    }

    private static UnfitRequestException malformed(String detail) {
        return new UnfitRequestException(400, "malformed-json", detail);
    }
}
