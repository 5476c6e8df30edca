package app.leeway.gesture;

import app.leeway.catalogue.Kind;
import app.leeway.organization.Actor;
import app.leeway.shared.Money;
import app.leeway.shared.Violation;
import java.util.List;

/** What a gesture of a kind costs: fixed, said, or minutes and kilometres at their rates. */
record Costing(Kind kind, GestureRequest request, Actor actor, String currency) {

    private static final int MINUTES_PER_HOUR = 60;
    private static final int METRES_PER_KILOMETRE = 1000;

    /** Null when the violations say why there is none. */
    Money cost(List<Violation> violations) {
        int before = violations.size();
        checkFields(violations);
        if (violations.size() > before) {
            return null;
        }
        return switch (kind.cost()) {
            case PRESET -> Money.of(kind.presetMinor(), currency);
            case ENTERED -> request.cost();
            case TIME -> time();
            case TRAVEL ->
                    time().plus(
                                    Money.of(kind.perKmMinor(), currency)
                                            .times(request.distanceMetres(), METRES_PER_KILOMETRE));
        };
    }

    private Money time() {
        return Money.of(actor.rateMinor(), currency).times(request.minutes(), MINUTES_PER_HOUR);
    }

    private void checkFields(List<Violation> violations) {
        boolean entered = kind.cost() == Kind.CostModel.ENTERED;
        boolean travel = kind.cost() == Kind.CostModel.TRAVEL;
        boolean time = travel || kind.cost() == Kind.CostModel.TIME;
        if (entered && request.cost() == null) {
            violations.add(new Violation("cost", "missing", kind.code() + " needs its cost"));
        }
        if (!entered && request.cost() != null) {
            violations.add(
                    new Violation(
                            "cost",
                            "cost-not-entered",
                            "the cost of "
                                    + kind.code()
                                    + " is not entered: it follows from the kind"));
        }
        if (entered && request.cost() != null && request.cost().minor() == 0) {
            violations.add(
                    new Violation("cost.amount", "too-small", "a gesture costs more than nothing"));
        }
        if (time && request.minutes() == null) {
            violations.add(
                    new Violation("minutes", "minutes-needed", kind.code() + " needs its minutes"));
        }
        if (travel && request.distanceMetres() == null) {
            violations.add(
                    new Violation(
                            "distanceKm", "distance-needed", kind.code() + " needs its distance"));
        }
        if (time && actor.rateMinor() == null) {
            violations.add(
                    new Violation(
                            "kind", "rate-unknown", "nobody knows what an hour of yours costs"));
        }
    }
}
