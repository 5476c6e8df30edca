package app.leeway.webhook;

import app.leeway.audit.AuditLog.Entry;
import app.leeway.shared.JsonParts;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.time.Instant;

/**
 * An entry of the record as an event of CloudEvents 1.0 in JSON. Its id is the entry's number: the
 * same event has the same id wherever and however often it arrives.
 */
public final class CloudEvent {

    public static final String MEDIA_TYPE = "application/cloudevents+json";

    /** The type of an event that only tries the way. */
    static final String TEST = "leeway.test";

    private static final String SEALED = "sealed";

    private CloudEvent() {}

    /**
     * @param origin of the installation, by which its events are told from those of others
     */
    public static String of(Entry entry, String origin) {
        JsonObjectBuilder data = JsonParts.object();
        data.add("before", json(entry.before())).add("after", said(json(entry.after())));
        if (entry.place() != null) {
            data.add("place", entry.place());
        }
        return event(String.valueOf(entry.seq()), entry.what(), entry.at(), origin)
                .add("subject", entry.subject())
                .add("sequence", String.valueOf(entry.seq()))
                .add("datacontenttype", "application/json")
                .add("data", data)
                .build()
                .toString();
    }

    static String test(String id, Instant at, String origin) {
        return event(id, TEST, at, origin).build().toString();
    }

    private static JsonObjectBuilder event(String id, String type, Instant at, String origin) {
        return JsonParts.object()
                .add("specversion", "1.0")
                .add("id", id)
                .add("source", origin)
                .add("type", type)
                .add("time", at.toString());
    }

    /** Without what ties the books to the record: that is for whoever checks it. */
    private static JsonValue said(JsonValue after) {
        if (!(after instanceof JsonObject json) || !json.containsKey(SEALED)) {
            return after;
        }
        return JsonParts.object(json).remove(SEALED).build();
    }

    private static JsonValue json(String text) {
        if (text == null) {
            return JsonValue.NULL;
        }
        try (JsonReader reader = JsonParts.reader(text)) {
            return reader.readValue();
        }
    }
}
