package app.leeway.approval.web;

import app.leeway.approval.Action;
import app.leeway.approval.ApprovalCard;
import app.leeway.approval.ApprovalDetail;
import app.leeway.approval.Decider;
import app.leeway.approval.Denial;
import app.leeway.gesture.GestureRow;
import app.leeway.shared.LocalizedText;
import app.leeway.shared.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An exception as a card shows it to one reader.
 *
 * @param clauses what the policy says of what is bent
 * @param history what else the customer was given that the reader may see, the latest first
 * @param likeThis what became of exceptions of the same kind at the same site
 */
public record ShownApproval(
        ApprovalDetail detail,
        List<LocalizedText> clauses,
        List<GestureRow> history,
        LikeThis likeThis) {

    /** How many of those that have ended were granted, and how many were not. */
    public record LikeThis(long approved, long declined) {}

    /** Something that cannot be done now; {@code why} is a code that the messages know. */
    public record Blocked(String verb, String why) {}

    private static final Set<String> OF_DECIDERS =
            Set.of("approve", "counter", "ask", "decline", "reassign");

    public ApprovalCard card() {
        return detail.card();
    }

    public String id() {
        return card().id().toString();
    }

    public boolean open() {
        return card().state().isOpen();
    }

    /** Whether a customer stands there and somebody must say something. */
    public boolean hot() {
        return card().waitingMinutes() != null && card().state().code().equals("waiting");
    }

    /** Whether the reader can do this now. */
    public boolean can(String verb) {
        return detail.possible().stream().map(Action::code).anyMatch(verb::equals);
    }

    /** Whether the reader decides it, now or in another state of it. */
    public boolean decides() {
        return verbs().anyMatch(v -> OF_DECIDERS.contains(v.getKey()) && v.getValue());
    }

    /** Whether the reader has anything to say now. */
    public boolean hasSay() {
        return open() && !detail.possible().isEmpty();
    }

    private Stream<Map.Entry<String, Boolean>> verbs() {
        return Stream.concat(
                detail.possible().stream().map(verb -> Map.entry(verb.code(), true)),
                detail.impossible().entrySet().stream()
                        .map(e -> Map.entry(e.getKey().code(), isLater(e.getValue()))));
    }

    /** It is theirs to do, and only not the time for it. */
    private static boolean isLater(Denial impediment) {
        return impediment.refusal() == Refusal.WRONG_STATE;
    }

    /** Whether the verb is theirs, but not now; then it is shown, and says why. */
    public boolean blocked(String verb) {
        return blockedVerbs().stream().anyMatch(blocked -> blocked.verb().equals(verb));
    }

    /** What is theirs to do in an open exception, but not now. */
    public List<Blocked> blockedVerbs() {
        if (!open()) {
            return List.of();
        }
        return detail.impossible().entrySet().stream()
                .filter(e -> isLater(e.getValue()) && !e.getKey().code().equals("undo"))
                .map(e -> new Blocked(e.getKey().code(), e.getValue().code()))
                .toList();
    }

    /** Why the reader decides nothing here; null where they do, or where it has ended. */
    public String hindrance() {
        return !open() || decides()
                ? null
                : detail.impossible().entrySet().stream()
                        .filter(e -> e.getKey() == Action.APPROVE)
                        .map(e -> e.getValue().code())
                        .findFirst()
                        .orElse(null);
    }

    /** What people said of it in their own words, oldest first. */
    public List<ApprovalDetail.Entry> words() {
        return detail.log().stream()
                .filter(entry -> entry.comment() != null && entry.name() != null)
                .toList();
    }

    /** To whom it could be handed. */
    public List<Decider> others(String reader) {
        return detail.couldDecide().stream()
                .filter(decider -> !decider.person().user().equals(reader))
                .toList();
    }
}
