package app.leeway.gesture;

import app.leeway.guardrail.Outcome;
import app.leeway.guardrail.Reason;
import app.leeway.shared.JsonParts;
import app.leeway.shared.Money;
import app.leeway.shared.Texts;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.List;

/** How the parts of an answer that no column holds are kept beside the gesture, and read again. */
record AnswerText(
        List<Reason> reasons,
        List<Answer.Approver> couldApprove,
        List<Answer.Headroom> headroom,
        List<Answer.Shortfall> shortfall,
        Answer.Addressed approval) {

    static AnswerText of(Answer answer) {
        return new AnswerText(
                answer.reasons(),
                answer.couldApprove(),
                answer.headroom(),
                answer.shortfall(),
                answer.approval());
    }

    String written() {
        JsonObjectBuilder json = parts();
        return (approval == null ? json : json.add("approval", addressed(approval)))
                .build()
                .toString();
    }

    private JsonObjectBuilder parts() {
        return JsonParts.object()
                .add("reasons", array(reasons, AnswerText::reason))
                .add(
                        "couldApprove",
                        array(
                                couldApprove,
                                a ->
                                        JsonParts.object()
                                                .add("user", a.user())
                                                .add("name", a.name())
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

    private static JsonObjectBuilder addressed(Answer.Addressed approval) {
        JsonArrayBuilder to = JsonParts.array();
        approval.to().forEach(to::add);
        JsonObjectBuilder json =
                JsonParts.object()
                        .add("to", to)
                        .add("dueAt", approval.dueAt().toString())
                        .add("leadership", approval.leadership())
                        .add("couldApprove", array(approval.couldApprove(), AnswerText::candidate));
        return approval.fallback() == null
                ? json
                : json.add("fallback", approval.fallback().minor())
                        .add("rest", approval.rest().minor());
    }

    private static JsonObjectBuilder candidate(Answer.Candidate candidate) {
        JsonObjectBuilder json =
                JsonParts.object()
                        .add("user", candidate.user())
                        .add("name", candidate.name())
                        .add("at", candidate.at())
                        .add("present", candidate.present());
        return candidate.standsInFor() == null
                ? json
                : json.add("standsInFor", candidate.standsInFor());
    }

    private static Answer.Addressed addressed(JsonObject json, String currency) {
        return new Answer.Addressed(
                json.getJsonArray("to").getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList(),
                Instant.parse(json.getString("dueAt")),
                json.containsKey("fallback") ? money(json, "fallback", currency) : null,
                json.containsKey("rest") ? money(json, "rest", currency) : null,
                objects(json, "couldApprove")
                        .map(
                                c ->
                                        new Answer.Candidate(
                                                c.getString("user"),
                                                c.getString("name"),
                                                c.getString("at"),
                                                c.getBoolean("present"),
                                                c.getString("standsInFor", null)))
                        .toList(),
                json.getBoolean("leadership"));
    }

    static AnswerText read(String text, String currency) {
        try (JsonReader reader = JsonParts.reader(text)) {
            JsonObject json = reader.readObject();
            return new AnswerText(
                    objects(json, "reasons").map(AnswerText::reason).toList(),
                    objects(json, "couldApprove")
                            .map(
                                    a ->
                                            new Answer.Approver(
                                                    a.getString("user"),
                                                    a.getString("name"),
                                                    a.getString("at")))
                            .toList(),
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
                            ? addressed(json.getJsonObject("approval"), currency)
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
                new Texts(json.getString("sv"), json.getString("en")));
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
