package app.leeway.gesture;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The columns of a gesture as it is first written: name, type and value of each, in one list. */
final class GestureColumns {

    /** What a row is written from. */
    private record Source(Decision decision, Fingerprint fingerprint, byte[] salt) {

        ResolvedRequest draft() {
            return decision.draft();
        }

        GestureRequest request() {
            return decision.draft().request();
        }

        Answer answer() {
            return decision.answer();
        }
    }

    private record Column(String name, String type, Function<Source, Object> value) {}

    private static final List<Column> ALL =
            List.of(
                    column("id", "uuid", s -> s.draft().id()),
                    column("fingerprint_version", "smallint", s -> s.fingerprint().version()),
                    column("fingerprint", "bytea", s -> s.fingerprint().digest()),
                    column("kind", "text", s -> s.draft().kind().code()),
                    column("category", "text", s -> s.draft().kind().category()),
                    column("outreach", "boolean", s -> s.draft().kind().outreach()),
                    column("roles", "text", s -> String.join(",", s.draft().roleCodes())),
                    column("place", "text", s -> s.draft().place()),
                    column("site", "text", s -> s.draft().site()),
                    column("person_id", "bigint", s -> s.draft().actor().personId()),
                    column("customer_id", "bigint", s -> s.decision().proposal().customer()),
                    column("tier", "text", s -> s.decision().proposal().tier()),
                    column("visit", "text", s -> s.request().visit()),
                    column("visit_key", "text", s -> s.decision().proposal().visit()),
                    column("touchpoint", "text", s -> s.request().touchpoint()),
                    column("moment", "text", s -> s.request().moment()),
                    column("occasion", "text", s -> s.request().occasion()),
                    column("damage_minor", "bigint", s -> damageMinor(s.request())),
                    column("minutes", "int", s -> s.request().minutes()),
                    column("distance_metres", "int", s -> s.request().distanceMetres()),
                    column("first_cost_minor", "bigint", s -> s.draft().cost().minor()),
                    column("cost_minor", "bigint", s -> s.draft().cost().minor()),
                    column("done", "boolean", s -> s.request().done()),
                    column("judged_for", "timestamptz", s -> s.draft().judgedFor()),
                    column("received_at", "timestamptz", s -> s.draft().receivedAt()),
                    column("state", "text", s -> s.decision().state().code()),
                    column("first_state", "text", s -> s.decision().state().code()),
                    column("review", "text", s -> reviewCode(s.answer())),
                    column("outcome", "text", s -> s.answer().outcome().name()),
                    column("verdict", "text", GestureColumns::verdict),
                    column("held_until", "timestamptz", s -> s.answer().heldUntil()),
                    column("incident", "text", s -> s.draft().incident()),
                    column("price_level", "text", s -> s.decision().priceLevel()),
                    column("salt", "bytea", Source::salt),
                    column("late", "boolean", s -> s.draft().booking().isLate()),
                    column("late_reason", "text", GestureColumns::lateReason),
                    column("told_at", "timestamptz", s -> s.draft().toldAt()),
                    column("booked_on", "timestamptz", s -> s.draft().bookedOn()));

    /** Each as {@code name type}. */
    static final String[] DECLARED =
            ALL.stream().map(column -> column.name() + " " + column.type()).toArray(String[]::new);

    private GestureColumns() {}

    private static Column column(String name, String type, Function<Source, Object> value) {
        return new Column(name, type, value);
    }

    private static Long damageMinor(GestureRequest request) {
        return request.damage() == null ? null : request.damage().minor();
    }

    static String reviewCode(Answer answer) {
        return answer.review() == null ? null : answer.review().code();
    }

    private static String verdict(Source source) {
        return StoredAnswer.of(source.answer()).written(source.draft().premises().organization());
    }

    private static String lateReason(Source source) {
        return source.draft().booking().isLate() ? source.request().lateReason() : null;
    }

    /** The values of a row, in the order of {@link #DECLARED}. */
    static Object[] values(Decision decision, byte[] salt) {
        Source source = new Source(decision, Fingerprint.of(decision.draft().request()), salt);
        return ALL.stream().map(column -> column.value().apply(source)).toArray();
    }

    static Map<String, Object> byName(Object[] values) {
        Map<String, Object> named = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            named.put(ALL.get(i).name(), values[i]);
        }
        return named;
    }

    /**
     * A statement that writes a gesture like another one.
     *
     * @param instead what some columns get instead of the other one's, SQL by column
     * @param id parameter with the id of the other one
     */
    static String copy(Map<String, String> instead, String id) {
        List<String> unknown = new ArrayList<>(instead.keySet());
        ALL.forEach(column -> unknown.remove(column.name()));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("a gesture has no columns " + unknown);
        }
        return "INSERT INTO gesture ("
                + ALL.stream().map(Column::name).collect(joining(", "))
                + ") SELECT "
                + ALL.stream()
                        .map(column -> instead.getOrDefault(column.name(), column.name()))
                        .collect(joining(", "))
                + " FROM gesture WHERE id = :"
                + id;
    }
}
