package app.leeway.payoff;

import app.leeway.payoff.statistics.Effect;
import app.leeway.payoff.statistics.Interval;
import app.leeway.shared.LocalizedText;

/**
 * One group as a page shows it.
 *
 * @param net what a gesture brought, its cost taken off; of places drawn towards the others
 * @param interval around it; unknown where nothing may be shown
 */
public record ReviewLine(Finding finding, LocalizedText name, Effect net, Interval interval) {

    /** 95 per cent of a normal distribution. */
    private static final double NORMAL = 1.96;

    static ReviewLine of(Finding finding, LocalizedText name) {
        Effect nothing = new Effect(Double.NaN, Double.NaN);
        if (!finding.state().hasFigure()) {
            return new ReviewLine(finding, name, nothing, Interval.UNKNOWN);
        }
        if (finding.group().isPlace()) {
            Effect drawn = finding.drawn();
            return drawn == null
                    ? new ReviewLine(finding, name, nothing, Interval.UNKNOWN)
                    : new ReviewLine(finding, name, drawn, around(drawn));
        }
        return new ReviewLine(
                finding, name, finding.headline().estimate().net(), finding.headline().net());
    }

    private static Interval around(Effect effect) {
        double half = NORMAL * effect.error();
        return new Interval(effect.value() - half, effect.value() + half);
    }

    public Group group() {
        return finding.group();
    }

    /** Whether there is anything to draw. */
    public boolean isDrawn() {
        return interval.isKnown();
    }

    /** What may be said; null of a place, which is only seen beside the others. */
    public LocalizedText sentence() {
        if (!finding.group().isPlace() || !finding.state().hasFigure()) {
            return finding.sentence();
        }
        return isDrawn() ? null : Sentences.ALONE;
    }

    /** Rounded, with its sign; null where it may not be shown. */
    public LocalizedText netWords() {
        return isDrawn() ? Figures.signed(net.value()) : null;
    }

    public LocalizedText low() {
        return isDrawn() ? Figures.signed(interval.low()) : null;
    }

    public LocalizedText high() {
        return isDrawn() ? Figures.signed(interval.high()) : null;
    }

    /** What does not correct for who gets gestures; null where nothing may be shown. */
    public LocalizedText naive() {
        return isDrawn() ? Figures.signed(finding.evidence().naive().level()) : null;
    }
}
