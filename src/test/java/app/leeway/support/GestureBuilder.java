package app.leeway.support;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;

/** A gesture as a test says it: {@code a("goodwill").of("600.00").to("C-1007").done()}. */
public final class GestureBuilder {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode json;

    private GestureBuilder(ObjectNode json) {
        this.json = json;
    }

    public static GestureBuilder a(String kind) {
        return new GestureBuilder(JSON.createObjectNode()).with("kind", kind);
    }

    /** Costing so many kronor. */
    public GestureBuilder of(String amount) {
        return with("cost", Map.of("amount", amount, "currency", "SEK"));
    }

    public GestureBuilder to(String customer) {
        return with("customer", customer);
    }

    public GestureBuilder at(String site) {
        return with("site", site);
    }

    public GestureBuilder onVisit(String visit) {
        return with("visit", visit);
    }

    public GestureBuilder taking(int minutes) {
        return with("minutes", minutes);
    }

    public GestureBuilder over(String km) {
        return with("distanceKm", km);
    }

    public GestureBuilder bending(String... clauses) {
        return with("bends", clauses);
    }

    /** It has happened, now. */
    public GestureBuilder done() {
        return with("done", true);
    }

    /** It has happened, then. */
    public GestureBuilder doneAt(Instant when) {
        return done().with("occurredAt", when.toString());
    }

    /** It has happened, so long ago that a reason is needed. */
    public GestureBuilder doneLongAgo(Instant when) {
        return doneAt(when).with("lateReason", "Found in the book of the shift");
    }

    /** It is asked for, now. */
    public GestureBuilder asked() {
        return with("done", false);
    }

    /** It is asked for, for then. */
    public GestureBuilder plannedFor(Instant when) {
        return asked().with("plannedFor", when.toString());
    }

    /** Any member, also a wrong one. */
    public GestureBuilder with(String member, Object value) {
        ObjectNode more = json.deepCopy();
        more.set(member, JSON.valueToTree(value));
        return new GestureBuilder(more);
    }

    public GestureBuilder without(String member) {
        ObjectNode less = json.deepCopy();
        less.remove(member);
        return new GestureBuilder(less);
    }

    /** As it is sent. */
    @Override
    public String toString() {
        return json.toString();
    }
}
