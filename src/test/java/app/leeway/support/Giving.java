package app.leeway.support;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;

/** A gesture as a test says it: {@code a("goodwill").of("600.00").to("C-1007").done()}. */
public final class Giving {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode json;

    private Giving(ObjectNode json) {
        this.json = json;
    }

    public static Giving a(String kind) {
        return new Giving(JSON.createObjectNode()).with("kind", kind);
    }

    /** Costing so many kronor. */
    public Giving of(String amount) {
        return with("cost", Map.of("amount", amount, "currency", "SEK"));
    }

    public Giving to(String customer) {
        return with("customer", customer);
    }

    public Giving at(String site) {
        return with("site", site);
    }

    public Giving onVisit(String visit) {
        return with("visit", visit);
    }

    public Giving taking(int minutes) {
        return with("minutes", minutes);
    }

    public Giving over(String km) {
        return with("distanceKm", km);
    }

    public Giving bending(String... clauses) {
        return with("bends", clauses);
    }

    /** It has happened, now. */
    public Giving done() {
        return with("done", true);
    }

    /** It has happened, then. */
    public Giving doneAt(Instant when) {
        return done().with("occurredAt", when.toString());
    }

    /** It has happened, so long ago that a reason is needed. */
    public Giving doneLongAgo(Instant when) {
        return doneAt(when).with("lateReason", "Found in the book of the shift");
    }

    /** It is asked for, now. */
    public Giving asked() {
        return with("done", false);
    }

    /** It is asked for, for then. */
    public Giving plannedFor(Instant when) {
        return asked().with("plannedFor", when.toString());
    }

    /** Any member, also a wrong one. */
    public Giving with(String member, Object value) {
        ObjectNode more = json.deepCopy();
        more.set(member, JSON.valueToTree(value));
        return new Giving(more);
    }

    public Giving without(String member) {
        ObjectNode less = json.deepCopy();
        less.remove(member);
        return new Giving(less);
    }

    /** As it is sent. */
    @Override
    public String toString() {
        return json.toString();
    }
}
