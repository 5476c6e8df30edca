package app.leeway.payoff.rest;

import app.leeway.payoff.Headline;
import app.leeway.payoff.Lens;
import app.leeway.payoff.statistics.Effect;
import app.leeway.payoff.statistics.Estimate;
import app.leeway.payoff.statistics.Interval;
import app.leeway.payoff.statistics.StandardErrors;
import java.util.Map;

/** Figures as JSON. What cannot be told is left out. */
final class FiguresJson {

    private FiguresJson() {}

    /** From low to high. */
    public record IntervalJson(double low, double high) {

        static IntervalJson of(Interval interval) {
            return interval.isKnown() ? new IntervalJson(interval.low(), interval.high()) : null;
        }
    }

    /**
     * @param interval looked at once
     * @param always may be looked at every day
     */
    public record EffectJson(
            Double value, Double error, IntervalJson interval, IntervalJson always) {

        static EffectJson of(Effect effect) {
            return of(effect, Interval.UNKNOWN, Interval.UNKNOWN);
        }

        static EffectJson of(Effect effect, Interval interval, Interval always) {
            return Double.isFinite(effect.value())
                    ? new EffectJson(
                            effect.value(),
                            known(effect.error()),
                            IntervalJson.of(interval),
                            IntervalJson.of(always))
                    : null;
        }
    }

    /** An estimate with its intervals. */
    public record HeadlineJson(
            String way,
            int treated,
            int controls,
            int strata,
            double matchedShare,
            double largestShare,
            double effectiveControls,
            Double degrees,
            Double cost,
            EffectJson effect,
            EffectJson net,
            EffectJson perKrona,
            Double needed) {

        static HeadlineJson of(Headline headline) {
            Estimate estimate = headline.estimate();
            return new HeadlineJson(
                    headline.way(),
                    estimate.treated(),
                    estimate.controls(),
                    estimate.strata(),
                    estimate.matchedShare(),
                    estimate.largestShare(),
                    estimate.effectiveControls(),
                    known(headline.degrees()),
                    known(estimate.cost()),
                    effect(headline, estimate.effect()),
                    effect(headline, estimate.net()),
                    effect(headline, estimate.perKrona()),
                    known(headline.needed()));
        }

        private static EffectJson effect(Headline headline, Effect effect) {
            return EffectJson.of(
                    effect, effect.interval(headline.degrees()), headline.always(effect));
        }
    }

    /** Errors with each customer's, or each site's, episodes taken as one. */
    public record ErrorsJson(Double effect, Double net, Double perKrona, int clusters) {

        static ErrorsJson of(StandardErrors errors) {
            return errors == null
                    ? null
                    : new ErrorsJson(
                            known(errors.effect()),
                            known(errors.net()),
                            known(errors.perKrona()),
                            errors.clusters());
        }
    }

    /** One way of comparing, with plain errors; the clustered ones beside. */
    public record LensJson(
            int treated,
            int controls,
            int strata,
            double effectiveControls,
            double matchedShare,
            double largestShare,
            EffectJson effect,
            EffectJson net,
            EffectJson perKrona,
            EffectJson uncapped,
            EffectJson uncappedNet,
            EffectJson uncappedPerKrona,
            EffectJson retention,
            ErrorsJson byCustomer,
            ErrorsJson bySite,
            Map<String, Double> balance) {

        static LensJson of(Lens lens) {
            if (lens == null) {
                return null;
            }
            Estimate value = lens.value();
            return new LensJson(
                    value.treated(),
                    value.controls(),
                    value.strata(),
                    value.effectiveControls(),
                    value.matchedShare(),
                    value.largestShare(),
                    EffectJson.of(value.effect()),
                    EffectJson.of(value.net()),
                    EffectJson.of(value.perKrona()),
                    EffectJson.of(lens.uncapped().effect()),
                    EffectJson.of(lens.uncapped().net()),
                    EffectJson.of(lens.uncapped().perKrona()),
                    lens.retention() == null ? null : EffectJson.of(lens.retention().effect()),
                    ErrorsJson.of(lens.byCustomer()),
                    ErrorsJson.of(lens.bySite()),
                    lens.balance());
        }
    }

    static Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
