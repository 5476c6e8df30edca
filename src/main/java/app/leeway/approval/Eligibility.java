package app.leeway.approval;

import app.leeway.approval.Routing.Hindrance;
import app.leeway.gesture.GestureState;
import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import app.leeway.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Who somebody is to one exception, and what follows for each verb. */
final class Eligibility {

    static final Duration REMIND_AFTER = Duration.ofMinutes(30);
    static final Duration REMIND_AFTER_IN_A_HURRY = Duration.ofMinutes(1);

    private final Actor actor;
    private final Approval approval;
    private final Routing routing;
    private final Optional<Decider> decider;
    private final Hindrance hindrance;

    Eligibility(Actor actor, Approval approval, Routing routing) {
        this.actor = actor;
        this.approval = approval;
        this.routing = routing;
        this.decider = routing.decider(actor.personId(), approval.about()).filter(this::hasRole);
        Hindrance found = routing.hindrance(actor.personId(), approval.about());
        this.hindrance = found == null ? Hindrance.NOT_A_MANAGER : found;
    }

    /** The company file says who may; the realm says whether they still do. */
    private boolean hasRole(Decider one) {
        return actor.is(Role.MANAGER) || one.leadership() && actor.is(Role.LEADER);
    }

    boolean isRequester() {
        return approval.about().requesterId() == actor.personId();
    }

    Optional<Decider> decider() {
        return decider;
    }

    /** A decision of theirs. */
    Signature yes(Instant now) {
        return new Signature(actor.personId(), decider.map(Decider::forId).orElse(null), now);
    }

    /** What they can do now. */
    List<Action> possible(Instant now) {
        return Stream.of(Action.values()).filter(v -> impediment(v, now).isEmpty()).toList();
    }

    /** What they cannot do now, and why. */
    Map<Action, Denial> impossible(Instant now) {
        Map<Action, Denial> impossible = new EnumMap<>(Action.class);
        for (Action verb : Action.values()) {
            impediment(verb, now).ifPresent(why -> impossible.put(verb, why));
        }
        return impossible;
    }

    /**
     * What keeps them from it: first whether it is theirs to do, then whether it is time for it.
     */
    Optional<Denial> impediment(Action verb, Instant now) {
        return notTheirs(verb).or(() -> notNow(verb, now));
    }

    private Optional<Denial> notTheirs(Action verb) {
        return switch (verb.part()) {
            case REQUESTER ->
                    isRequester()
                            ? Optional.empty()
                            : not(
                                    Refusal.NOT_ALLOWED,
                                    "only-the-requester",
                                    "only whoever asked can " + verb.code());
            case DECIDER -> decider.isPresent() ? Optional.empty() : hindered();
            case AUTHOR ->
                    approval.undoable() == null && decider.isPresent() || isAuthor()
                            ? Optional.empty()
                            : not(
                                    Refusal.NOT_ALLOWED,
                                    "only-who-decided",
                                    "only whoever said it can take it back");
        };
    }

    private boolean isAuthor() {
        return approval.undoable() != null && approval.undoable().byId() == actor.personId();
    }

    private Optional<Denial> hindered() {
        boolean outside = hindrance == Hindrance.OUTSIDE;
        return not(
                outside ? Refusal.OUTSIDE_YOUR_AREA : Refusal.NOT_ALLOWED,
                hindrance.code(),
                hindrance.words());
    }

    private Optional<Denial> notNow(Action verb, Instant now) {
        if (!verb.isIn(approval.state())) {
            return wrong("wrong-state", "it is " + approval.state().code());
        }
        return switch (verb) {
            case APPROVE, COUNTER ->
                    approval.firstYes() != null
                                    && !yes(now).isSomebodyElsesThan(approval.firstYes())
                            ? wrong(
                                    "another-pair-of-eyes",
                                    "the second yes must be somebody else's")
                            : Optional.empty();
            case ASK ->
                    approval.rounds() >= Approval.MOST_ROUNDS
                            ? wrong("rounds-used", "it was asked back often enough: decide")
                            : Optional.empty();
            case ACCEPT ->
                    routing.decider(approval.offer().by().byId(), approval.about()).isEmpty()
                            ? wrong("offer-lapsed", "whoever offered it may not grant it any more")
                            : Optional.empty();
            case REMIND -> tooSoon(now);
            case UNDO -> notUndoable(now);
            default -> Optional.empty();
        };
    }

    private Optional<Denial> tooSoon(Instant now) {
        Duration pause = approval.waitingMinutes() == null ? REMIND_AFTER : REMIND_AFTER_IN_A_HURRY;
        Instant last = approval.remindedAt() == null ? approval.askedAt() : approval.remindedAt();
        return now.isBefore(last.plus(pause))
                ? wrong(
                        "too-soon",
                        "they know: the next reminder is possible at " + last.plus(pause))
                : Optional.empty();
    }

    private Optional<Denial> notUndoable(Instant now) {
        Signature said = approval.undoable();
        if (said == null) {
            return wrong("wrong-state", "nobody has said yes");
        }
        if (now.isAfter(said.at().plus(Approval.UNDO_WITHIN))) {
            return wrong("too-late", "it could be taken back for half a minute");
        }
        if (approval.state() == ApprovalState.APPROVED && approval.offer() != null) {
            return wrong("offer-taken", "the offer has been taken");
        }
        return approval.state() == ApprovalState.APPROVED && approval.gesture() != GestureState.HELD
                ? wrong("spent", "it has been given already")
                : Optional.empty();
    }

    private static Optional<Denial> wrong(String code, String words) {
        return not(Refusal.WRONG_STATE, code, words);
    }

    private static Optional<Denial> not(Refusal refusal, String code, String words) {
        return Optional.of(new Denial(refusal, code, words));
    }
}
