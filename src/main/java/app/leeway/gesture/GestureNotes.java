package app.leeway.gesture;

import app.leeway.audit.AuditNote;
import app.leeway.shared.JsonParts;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.UUID;

/** What the record says of gestures: codes, ids and figures, never names or free text. */
final class GestureNotes {

    private GestureNotes() {}

    /** That it was logged, and that somebody must decide. */
    static List<AuditNote> logged(Decision decision) {
        AuditNote logged = note(decision);
        return decision.state() == GestureState.AWAITING_APPROVAL
                ? List.of(logged, asked(decision.opened()))
                : List.of(logged);
    }

    /** That a gesture goes on as the rest of another. */
    static AuditNote rest(ExceptionsOpened.Opened rest) {
        JsonObjectBuilder after =
                JsonParts.object()
                        .add("state", GestureState.AWAITING_APPROVAL.code())
                        .add("kind", rest.kind())
                        .add("place", rest.place())
                        .add("cost", rest.cost().minor())
                        .add("restOf", rest.restOf().toString());
        return new AuditNote(
                rest.requesterId(),
                "gesture.logged",
                rest.id().toString(),
                null,
                after.build().toString());
    }

    static AuditNote asked(ExceptionsOpened.Opened exception) {
        JsonObjectBuilder after =
                JsonParts.object()
                        .add("kind", exception.kind())
                        .add("place", exception.place())
                        .add("asked", exception.cost().minor());
        if (exception.customerWaiting() != null) {
            after.add("customerWaiting", exception.customerWaiting());
        }
        if (exception.restOf() != null) {
            after.add("restOf", exception.restOf().toString());
        }
        return new AuditNote(
                exception.requesterId(),
                "approval.asked",
                exception.id().toString(),
                null,
                after.build().toString());
    }

    private static AuditNote note(Decision decision) {
        JsonArrayBuilder rules = JsonParts.array();
        decision.verdict()
                .reasons()
                .forEach(
                        r ->
                                rules.add(
                                        r.revision() == null
                                                ? r.rule()
                                                : r.rule() + "@" + r.revision()));
        JsonObjectBuilder after =
                JsonParts.object()
                        .add("state", decision.state().code())
                        .add("outcome", decision.verdict().outcome().name())
                        .add("kind", decision.draft().kind().code())
                        .add("place", decision.draft().place())
                        .add("cost", decision.draft().cost().minor())
                        .add("rules", rules)
                        .add("judgedFor", decision.draft().judgedFor().toString());
        if (decision.isLate()) {
            after.add("late", true);
        }
        return new AuditNote(
                decision.draft().actor().personId(),
                "gesture.logged",
                decision.draft().id().toString(),
                null,
                after.build().toString());
    }

    static AuditNote moved(
            UUID gesture, Long person, GestureState from, GestureState to, Long costMinor) {
        JsonObjectBuilder after = JsonParts.object().add("state", to.code());
        if (costMinor != null) {
            after.add("cost", costMinor);
        }
        return new AuditNote(
                person,
                "gesture." + to.code(),
                gesture.toString(),
                JsonParts.object().add("state", from.code()).build().toString(),
                after.build().toString());
    }
}
