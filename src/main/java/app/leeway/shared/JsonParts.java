package app.leeway.shared;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import java.io.Reader;
import java.io.StringReader;

/**
 * What JSON is built with and read by.
 *
 * <p>Design notice: {@link jakarta.json.Json} searches the class path for a provider each time one
 * of its methods is called, a dozen times for one gesture. Here it is found once; the specification
 * says that it may be used by many threads.
 */
public final class JsonParts {

    private static final JsonProvider PROVIDER = JsonProvider.provider();

    private JsonParts() {}

    public static JsonObjectBuilder object() {
        return PROVIDER.createObjectBuilder();
    }

    /** With all that the other has. */
    public static JsonObjectBuilder object(JsonObject other) {
        return PROVIDER.createObjectBuilder(other);
    }

    public static JsonArrayBuilder array() {
        return PROVIDER.createArrayBuilder();
    }

    /** The caller closes it. */
    public static JsonReader reader(String text) {
        return PROVIDER.createReader(new StringReader(text));
    }

    /** The caller closes it, and with it the text. */
    public static JsonParser parser(Reader text) {
        return PROVIDER.createParser(text);
    }

    /** The text as it stands in JSON, in quotes. */
    public static String quoted(String text) {
        return PROVIDER.createValue(text).toString();
    }
}
