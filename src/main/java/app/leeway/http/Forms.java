package app.leeway.http;

import java.util.List;

/**
 * A JSON object that somebody sent, or a list of them, each a form of its own: what is wrong with
 * one concerns no other.
 *
 * @param isList whether it was a list
 */
public record Forms(List<Form> items, boolean isList) {

    /** A CloudEvent, as CloudEvents' JSON format 1.0 calls its media type. */
    public static final String EVENT = "application/cloudevents+json";

    /** A list of CloudEvents. */
    public static final String EVENTS = "application/cloudevents-batch+json";

    public Forms {
        items = List.copyOf(items);
    }
}
