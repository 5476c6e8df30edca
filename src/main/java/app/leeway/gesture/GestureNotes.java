package app.leeway.gesture;

import app.leeway.audit.AuditNote;
import app.leeway.budget.Posting;
import app.leeway.shared.JsonParts;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** What the record says of gestures: codes, ids and figures, never names or free text. */
final class GestureNotes {

    /** Where an entry holds what ties the books to it. */
    static final String SEALED = "sealed";

    /** Name of the entry that a gesture begins with. */
    static final String LOGGED = GestureEntries.PREFIX + ".logged";

    private GestureNotes() {}

    /** That it was logged, and that somebody must decide. */
    static List<AuditNote> logged(Decision decision, GestureSeal seal, List<Posting> postings) {
        AuditNote logged = note(decision, seal, postings);
        return decision.state() == GestureState.AWAITING_APPROVAL
                ? List.of(logged, asked(decision.request()))
                : List.of(logged);
    }

    /** That a gesture goes on as the rest of another. */
    static AuditNote rest(ApprovalRequest rest, GestureSeal seal, List<Posting> postings) {
        JsonObjectBuilder after =
                JsonParts.object()
                        .add("state", GestureState.AWAITING_APPROVAL.code())
                        .add("kind", rest.kind())
                        .add("place", rest.place())
                        .add("cost", rest.cost().minor())
                        .add("restOf", rest.restOf().toString())
                        .add(SEALED, sealed(seal, postings));
        return new AuditNote(
                rest.requesterId(),
                LOGGED,
                rest.id().toString(),
                null,
                after.build().toString(),
                rest.place());
    }

    static AuditNote asked(ApprovalRequest exception) {
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
                after.build().toString(),
                exception.place());
    }

    private static AuditNote note(Decision decision, GestureSeal seal, List<Posting> postings) {
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
                        .add("judgedFor", decision.draft().judgedFor().toString())
                        .add(SEALED, sealed(seal, postings));
        if (decision.isLate()) {
            after.add("late", true);
        }
        return new AuditNote(
                decision.draft().actor().personId(),
                LOGGED,
                decision.draft().id().toString(),
                null,
                after.build().toString(),
                decision.draft().place());
    }

    /**
     * @param reason in the words of whoever ended it: only their seal is on record
     */
    static AuditNote moved(
            GestureRecord gesture,
            Long person,
            GestureState to,
            long costMinor,
            List<Posting> postings,
            String reason) {
        JsonObjectBuilder sealed = JsonParts.object().add("ledger", ledger(postings));
        if (reason != null && gesture.salt() != null) {
            sealed.add("reason", GestureSeal.ofReason(reason, gesture.salt()));
        }
        JsonObjectBuilder after =
                JsonParts.object()
                        .add("state", to.code())
                        .add("cost", costMinor)
                        .add(SEALED, sealed);
        return new AuditNote(
                person,
                GestureEntries.PREFIX + "." + to.code(),
                gesture.id().toString(),
                JsonParts.object().add("state", gesture.state().code()).build().toString(),
                after.build().toString(),
                gesture.place());
    }

    private static JsonObjectBuilder sealed(GestureSeal seal, List<Posting> postings) {
        return JsonParts.object()
                .add("content", seal.content())
                .add("personal", seal.personal())
                .add("ledger", ledger(postings));
    }

    private static JsonArrayBuilder ledger(List<Posting> postings) {
        JsonArrayBuilder lines = JsonParts.array();
        postings.forEach(posting -> lines.add(posting.line()));
        return lines;
    }
}
