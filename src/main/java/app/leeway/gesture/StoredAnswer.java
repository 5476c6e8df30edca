package app.leeway.gesture;

import app.leeway.guardrail.Outcome;
import app.leeway.guardrail.Reason;
import app.leeway.organization.Organization;
import app.leeway.organization.Person;
import app.leeway.shared.JsonParts;
import app.leeway.shared.LocalizedText;
import app.leeway.shared.Money;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;

/**
 * How the parts of an answer that no column holds are kept beside the gesture, and read again.
 * People stand there by their ids: whoever reads it later is told their names as they are by then.
 */
record StoredAnswer(
        List<Reason> reasons,
        List<Answer.Approver> couldApprove,
        List<Answer.Headroom> headroom,
        List<Answer.Shortfall> shortfall,
        Answer.Addressed approval) {

    static StoredAnswer of(Answer answer) {
        return new StoredAnswer(
                answer.reasons(),
                answer.couldApprove(),
                answer.headroom(),
                answer.shortfall(),
                answer.approval());
    }

    String written(Organization people) {
        JsonObjectBuilder json = parts(people);
        return (approval == null ? json : json.add("approval", addressed(approval, people)))
                .build()
                .toString();
    }

    private JsonObjectBuilder parts(Organization people) {
        return JsonParts.object()
                .add("reasons", array(reasons, StoredAnswer::reason))
                .add(
                        "couldApprove",
                        array(
                                couldApprove,
                                a ->
                                        JsonParts.object()
                                                .add("person", id(a.user(), people))
                                                .add("at", a.at())))
                .add(
                        "headroom",
                        array(
                                headroom,
                                h ->
                                        JsonParts.object()
                                                .add("budget", h.budget())
                                                .add("left", h.left().minor())
                                                .add("limit", h.limit().minor())
                                                .add("per", h.per())
                                                .add("own", h.own())))
                .add(
                        "shortfall",
                        array(
                                shortfall,
                                s ->
                                        JsonParts.object()
                                                .add("budget", s.budget())
                                                .add("amount", s.amount().minor())));
    }

    private static JsonObjectBuilder addressed(Answer.Addressed approval, Organization people) {
        JsonArrayBuilder to = JsonParts.array();
        approval.to().forEach(user -> to.add(id(user, people)));
        JsonObjectBuilder json =
                JsonParts.object()
                        .add("to", to)
                        .add("dueAt", approval.dueAt().toString())
                        .add("leadership", approval.leadership())
                        .add(
                                "couldApprove",
                                array(approval.couldApprove(), c -> candidate(c, people)));
        return approval.fallback() == null
                ? json
                : json.add("fallback", approval.fallback().minor())
                        .add("rest", approval.rest().minor());
    }

    private static JsonObjectBuilder candidate(Answer.Candidate candidate, Organization people) {
        JsonObjectBuilder json =
                JsonParts.object()
                        .add("person", id(candidate.user(), people))
                        .add("at", candidate.at())
                        .add("present", candidate.present());
        return candidate.standsInFor() == null
                ? json
                : json.add("standsInFor", id(candidate.standsInFor().user(), people));
    }

    private static long id(String user, Organization people) {
        return people.person(user).orElseThrow().id();
    }

    /** One of the company, or who was; their row is never taken away. */
    private static Person person(JsonValue id, Organization people) {
        return people.person(((JsonNumber) id).longValueExact()).orElseThrow();
    }

    private static Answer.Addressed addressed(
            JsonObject json, String currency, Organization people) {
        return new Answer.Addressed(
                json.getJsonArray("to").stream().map(id -> person(id, people).user()).toList(),
                Instant.parse(json.getString("dueAt")),
                json.containsKey("fallback") ? money(json, "fallback", currency) : null,
                json.containsKey("rest") ? money(json, "rest", currency) : null,
                objects(json, "couldApprove").map(c -> candidate(c, people)).toList(),
                json.getBoolean("leadership"));
    }

    private static Answer.Candidate candidate(JsonObject json, Organization people) {
        Person person = person(json.get("person"), people);
        Person absent =
                json.containsKey("standsInFor") ? person(json.get("standsInFor"), people) : null;
        return new Answer.Candidate(
                person.user(),
                person.name(),
                json.getString("at"),
                json.getBoolean("present"),
                absent == null ? null : new Answer.Absentee(absent.user(), absent.name()));
    }

    private static Answer.Approver approver(JsonObject json, Organization people) {
        Person person = person(json.get("person"), people);
        return new Answer.Approver(person.user(), person.name(), json.getString("at"));
    }

    /**
     * @param people whose names are looked up
     */
    static StoredAnswer read(String text, String currency, Organization people) {
        try (JsonReader reader = JsonParts.reader(text)) {
            JsonObject json = reader.readObject();
            return new StoredAnswer(
                    objects(json, "reasons").map(StoredAnswer::reason).toList(),
                    objects(json, "couldApprove").map(a -> approver(a, people)).toList(),
                    objects(json, "headroom")
                            .map(
                                    h ->
                                            new Answer.Headroom(
                                                    h.getString("budget"),
                                                    money(h, "left", currency),
                                                    money(h, "limit", currency),
                                                    h.getString("per"),
                                                    h.getBoolean("own")))
                            .toList(),
                    objects(json, "shortfall")
                            .map(
                                    s ->
                                            new Answer.Shortfall(
                                                    s.getString("budget"),
                                                    money(s, "amount", currency)))
                            .toList(),
                    json.containsKey("approval")
                            ? addressed(json.getJsonObject("approval"), currency, people)
                            : null);
        }
    }

    private static JsonObjectBuilder reason(Reason reason) {
        JsonObjectBuilder json =
                JsonParts.object()
                        .add("type", reason.type().name())
                        .add("rule", reason.rule())
                        .add("outcome", reason.outcome().name())
                        .add("sv", reason.message().sv())
                        .add("en", reason.message().en());
        return reason.revision() == null ? json : json.add("revision", reason.revision());
    }

    private static Reason reason(JsonObject json) {
        return new Reason(
                Reason.Type.valueOf(json.getString("type")),
                json.getString("rule"),
                json.containsKey("revision") ? json.getInt("revision") : null,
                Outcome.valueOf(json.getString("outcome")),
                new LocalizedText(json.getString("sv"), json.getString("en")));
    }

    private static <T> JsonArrayBuilder array(
            List<T> items, java.util.function.Function<T, JsonObjectBuilder> each) {
        JsonArrayBuilder array = JsonParts.array();
        items.forEach(item -> array.add(each.apply(item)));
        return array;
    }

    private static java.util.stream.Stream<JsonObject> objects(JsonObject json, String name) {
        return json.getJsonArray(name).getValuesAs(JsonObject.class).stream();
    }

    private static Money money(JsonObject json, String name, String currency) {
        return Money.of(json.getJsonNumber(name).longValueExact(), currency);
    }
}
