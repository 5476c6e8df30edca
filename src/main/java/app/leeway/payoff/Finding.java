package app.leeway.payoff;

import app.leeway.payoff.statistics.Effect;
import app.leeway.shared.LocalizedText;
import java.util.List;

/**
 * What is said of one group.
 *
 * @param evidence all that was worked out, for those who check; shown only as state allows
 * @param headline by what it is judged; null where nothing can be compared
 * @param adjusted probability of net being as far from nothing by chance, corrected for how many
 *     groups were looked at beside it; NaN where no figure may be shown
 * @param drawn net drawn towards the other places, for places only; null otherwise
 */
public record Finding(
        Group group,
        int all,
        Evidence evidence,
        Headline headline,
        State state,
        Badge badge,
        LocalizedText sentence,
        List<LocalizedText> warnings,
        double adjusted,
        Effect drawn) {

    /** The part that may stand out by chance among those that do. */
    public static final double FALSE_DISCOVERIES = 0.10;

    static Finding of(Evidence evidence, Question question) {
        ReportingThresholds rules = new ReportingThresholds(evidence, question.daily());
        State state = rules.state();
        Headline headline = rules.headline();
        return new Finding(
                evidence.group(),
                evidence.all(),
                evidence,
                headline,
                state,
                rules.badge(state),
                new Sentences(evidence, headline, question).of(state, 0),
                state.hasFigure() ? rules.warnings() : List.of(),
                Double.NaN,
                null);
    }

    Finding adjusted(double chance) {
        return with(chance, drawn);
    }

    Finding drawnTo(Effect others) {
        return with(adjusted, others);
    }

    /**
     * As it stands in a report that many groups are looked at in, once: what does not stand out
     * among them is no verdict.
     */
    Finding amongMany(Question question) {
        boolean stands = state != State.PAYS && state != State.LOSES || standsOut();
        if (stands) {
            return this;
        }
        return new Finding(
                group,
                all,
                evidence,
                headline,
                State.NOT_A_VERDICT,
                Badge.C,
                new Sentences(evidence, headline, question).of(State.NOT_A_VERDICT, 0),
                List.of(Sentences.BY_CHANCE),
                adjusted,
                drawn);
    }

    /** The same in other words. */
    Finding saying(LocalizedText other) {
        return new Finding(
                group, all, evidence, headline, state, badge, other, warnings, adjusted, drawn);
    }

    private Finding with(double chance, Effect towards) {
        return new Finding(
                group, all, evidence, headline, state, badge, sentence, warnings, chance, towards);
    }

    /** Whether its figures may be shown to people. Raw figures of places never: they are drawn. */
    public boolean mayBeShown() {
        return state.hasFigure() && !group.isPlace();
    }

    /** Whether it still stands out among all that were looked at. */
    public boolean standsOut() {
        return adjusted <= FALSE_DISCOVERIES;
    }
}
