package app.leeway.payoff;

import app.leeway.payoff.statistics.Estimate;
import app.leeway.payoff.statistics.Interval;
import app.leeway.shared.LocalizedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What may be shown, and what may be called a verdict. Each rule is a bound with its name; none of
 * them looks at whether the answer pleases.
 */
final class ReportingThresholds {

    static final int GESTURES = 30;
    static final double EFFECTIVE_CONTROLS = 30;
    static final double MATCHED_SHARE = 0.60;
    static final double STRATUM_SHARE = 0.50;
    static final int CUSTOMERS = 10;
    static final double BALANCE = 0.10;
    static final double PLACEBO_ERRORS = 2.6;
    static final double JOINT_ERRORS = 2;
    static final double LOT_CHANCE = 0.001;

    private final Evidence evidence;
    private final boolean daily;

    ReportingThresholds(Evidence evidence, boolean daily) {
        this.evidence = evidence;
        this.daily = daily;
    }

    /** What the group is judged by; null when there is nothing to judge. */
    Headline headline() {
        if (isLot()) {
            return new Headline("lot", evidence.lot().estimate(), evidence.lot().degrees(), daily);
        }
        boolean byPast = evidence.past() != null && isOnNoOtherPath();
        Lens lens = byPast ? evidence.past() : evidence.seen();
        return new Headline(byPast ? "past" : "seen", lens.headline(), lens.degrees(), daily);
    }

    State state() {
        State thin = tooThin();
        if (thin != null) {
            return thin;
        }
        if (isLot()) {
            return byInterval();
        }
        if (!isOnNoOtherPath()) {
            return State.OTHER_PATH;
        }
        if (lensesDiffer()) {
            return State.LENSES_DIFFER;
        }
        return warnings().isEmpty() ? byInterval() : State.NOT_A_VERDICT;
    }

    Badge badge(State state) {
        if (!state.hasFigure()) {
            return Badge.D;
        }
        if (!state.isVerdict()) {
            return Badge.C;
        }
        return isLot() ? Badge.A : Badge.B;
    }

    private State tooThin() {
        if (evidence.all() < GESTURES) {
            return State.TOO_FEW;
        }
        if (evidence.onlyWithoutIncident() && !isLot()) {
            return State.NO_EPISODES;
        }
        Estimate estimate = headline().estimate();
        if (estimate.matchedShare() < MATCHED_SHARE) {
            return State.NO_OVERLAP;
        }
        return carries(estimate) && hidesEverybody() ? null : State.TOO_THIN;
    }

    private boolean carries(Estimate estimate) {
        return estimate.treated() >= GESTURES
                && estimate.effectiveControls() >= EFFECTIVE_CONTROLS
                && (isLot() || estimate.largestShare() <= STRATUM_SHARE)
                && estimate.effect().isKnown()
                && estimate.effect().error() > 0;
    }

    /** Nobody can be found again in a figure of this many customers. */
    private boolean hidesEverybody() {
        Lens lens = "past".equals(headline().way()) ? evidence.past() : evidence.seen();
        return lens.customers() >= CUSTOMERS && lens.others() >= CUSTOMERS || isLot();
    }

    /** Drawn by lot, and what was recorded before does not belie it. */
    private boolean isLot() {
        return evidence.lot() != null && evidence.lot().chance() >= LOT_CHANCE;
    }

    private State byInterval() {
        Headline headline = headline();
        Interval net = headline.net();
        if (net.liesAbove(0)) {
            return State.PAYS;
        }
        return net.liesBelow(0) ? State.LOSES : State.UNCLEAR;
    }

    /** Before the gesture the measure shows nothing, as it must. Unknown counts as nothing. */
    private boolean isOnNoOtherPath() {
        return evidence.placebo() == null
                || !(Math.abs(evidence.placebo().effect().distance()) >= PLACEBO_ERRORS);
    }

    private boolean lensesDiffer() {
        if (evidence.past() == null) {
            return false;
        }
        Estimate past = evidence.past().headline();
        Estimate seen = evidence.seen().headline();
        double apart = Math.abs(past.effect().value() - seen.effect().value());
        double joint = Math.hypot(past.effect().error(), seen.effect().error());
        return apart > JOINT_ERRORS * joint;
    }

    /** What stands in the way of a verdict, though there is a number. */
    List<LocalizedText> warnings() {
        List<LocalizedText> warnings = new ArrayList<>();
        if (isLot()) {
            return warnings;
        }
        if (evidence.lot() != null) {
            warnings.add(Sentences.NOT_BY_LOT);
        }
        if (evidence.past() == null) {
            warnings.add(Sentences.ONE_WAY_ONLY);
        } else if (evidence.placebo() == null) {
            warnings.add(Sentences.NO_PLACEBO);
        }
        boolean byPast = "past".equals(headline().way());
        unbalanced(byPast ? evidence.past() : evidence.seen())
                .forEach((name, off) -> warnings.add(Sentences.notAlike(name, off)));
        return warnings;
    }

    private static Map<String, Double> unbalanced(Lens lens) {
        Map<String, Double> unbalanced = new java.util.TreeMap<>(lens.balance());
        unbalanced.values().removeIf(off -> Math.abs(off) <= BALANCE);
        return unbalanced;
    }
}
