package app.leeway.http;

import java.io.InputStream;
import java.util.function.Consumer;

/**
 * A JSON object that somebody sends, or a list of them, each a form of its own: what is wrong with
 * one concerns no other, and of the body no more than one is held at a time.
 *
 * <p>Usage: a resource takes the {@link InputStream} and asks who comes before it reads a byte.
 */
public final class Forms {

    /** A CloudEvent, as CloudEvents' JSON format 1.0 calls its media type. */
    public static final String EVENT = "application/cloudevents+json";

    /** A list of CloudEvents. */
    public static final String EVENTS = "application/cloudevents-batch+json";

    private Forms() {}

    /**
     * @param atMost so many of them
     * @return whether it was a list
     * @throws BadRequestException when it cannot be read, or one of them holds too much
     * @throws app.leeway.shared.RefusedException INVALID when there are more
     */
    public static boolean each(InputStream body, int atMost, Consumer<Form> taking) {
        return StrictJson.each(body, atMost, taking);
    }
}
