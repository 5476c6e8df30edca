package app.leeway.approval;

import app.leeway.approval.Routing.Hindrance;
import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import app.leeway.shared.Refusal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Who somebody is to one exception, and what follows for each verb. */
final class Standpoint {

    private final Actor actor;
    private final Approval approval;
    private final Optional<Decider> decider;
    private final Hindrance hindrance;

    Standpoint(Actor actor, Approval approval, Routing routing) {
        this.actor = actor;
        this.approval = approval;
        this.decider = routing.decider(actor.personId(), approval.about).filter(this::hasRole);
        Hindrance found = routing.hindrance(actor.personId(), approval.about);
        this.hindrance = found == null ? Hindrance.NOT_A_MANAGER : found;
    }

    /** The company file says who may; the realm says whether they still do. */
    private boolean hasRole(Decider one) {
        return actor.is(Role.MANAGER) || one.leadership() && actor.is(Role.LEADER);
    }

    boolean isRequester() {
        return approval.about.requesterId() == actor.personId();
    }

    Optional<Decider> decider() {
        return decider;
    }

    /** A decision of theirs. */
    Yes yes(Instant now) {
        return new Yes(actor.personId(), decider.map(Decider::forId).orElse(null), now);
    }

    /** What they can do now. */
    List<Verb> possible(Instant now) {
        return Stream.of(Verb.values()).filter(v -> impediment(v, now).isEmpty()).toList();
    }

    /** What they cannot do now, and why. */
    Map<Verb, Impediment> impossible(Instant now) {
        Map<Verb, Impediment> impossible = new EnumMap<>(Verb.class);
        for (Verb verb : Verb.values()) {
            impediment(verb, now).ifPresent(why -> impossible.put(verb, why));
        }
        return impossible;
    }

    /**
     * What keeps them from it: first whether it is theirs to do, then whether it is time for it.
     */
    Optional<Impediment> impediment(Verb verb, Instant now) {
        return notTheirs(verb).or(() -> notNow(verb, now));
    }

    private Optional<Impediment> notTheirs(Verb verb) {
        return switch (verb.part()) {
            case REQUESTER ->
                    isRequester()
                            ? Optional.empty()
                            : Optional.of(
                                    new Impediment(
                                            Refusal.NOT_ALLOWED,
                                            "only-the-requester",
                                            "only whoever asked can " + verb.code()));
            case DECIDER ->
                    decider.isPresent()
                            ? Optional.empty()
                            : Optional.of(
                                    new Impediment(
                                            hindrance == Hindrance.OUTSIDE
                                                    ? Refusal.OUTSIDE_YOUR_AREA
                                                    : Refusal.NOT_ALLOWED,
                                            hindrance.code(),
                                            hindrance.words()));
            case AUTHOR -> Optional.empty();
        };
    }

    private Optional<Impediment> notNow(Verb verb, Instant now) {
        if (!verb.isIn(approval.state)) {
            return wrong("wrong-state", "it is " + approval.state.code());
        }
        if (verb == Verb.APPROVE
                && approval.firstYes != null
                && !yes(now).isSomebodyElsesThan(approval.firstYes)) {
            return wrong("another-pair-of-eyes", "the second yes must be somebody else's");
        }
        return Optional.empty();
    }

    private static Optional<Impediment> wrong(String code, String words) {
        return Optional.of(new Impediment(Refusal.WRONG_STATE, code, words));
    }
}
