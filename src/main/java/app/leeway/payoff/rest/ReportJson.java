package app.leeway.payoff.rest;

import static app.leeway.payoff.rest.FiguresJson.known;

import app.leeway.payoff.DataProblem;
import app.leeway.payoff.Finding;
import app.leeway.payoff.Naive;
import app.leeway.payoff.Report;
import java.util.List;

/** What episodes show, group by group, and what they cannot show. */
public record ReportJson(
        int episodes,
        int given,
        Double cappedAt,
        List<ObstacleJson> cannot,
        List<FindingJson> findings) {

    /** What cannot be done, and why. */
    public record ObstacleJson(String code, String message) {

        static ObstacleJson of(DataProblem obstacle, String language) {
            return new ObstacleJson(obstacle.code(), obstacle.message().in(language));
        }
    }

    /** What does not correct for who gets gestures. */
    public record NaiveJson(Double level, Double change, Double ownPast) {

        static NaiveJson of(Naive naive) {
            return new NaiveJson(
                    known(naive.level()), known(naive.change()), known(naive.ownPast()));
        }
    }

    /** One group. Figures are left out where they may not be shown, unless asked for. */
    public record FindingJson(
            String by,
            String key,
            int gestures,
            String state,
            String badge,
            String badgeWords,
            String sentence,
            List<String> warnings,
            boolean mayBeShown,
            Boolean standsOut,
            Double adjusted,
            FiguresJson.HeadlineJson headline,
            FiguresJson.LensJson past,
            FiguresJson.LensJson seen,
            FiguresJson.EffectJson placebo,
            NaiveJson naive,
            FiguresJson.EffectJson drawn) {

        static FindingJson of(Finding finding, boolean details, String language) {
            boolean shown = details || finding.mayBeShown();
            boolean judged = known(finding.adjusted()) != null;
            return new FindingJson(
                    finding.group().by(),
                    finding.group().key(),
                    finding.all(),
                    finding.state().code(),
                    finding.badge().name(),
                    finding.badge().words().in(language),
                    finding.sentence().in(language),
                    finding.warnings().stream().map(w -> w.in(language)).toList(),
                    finding.mayBeShown(),
                    judged ? (Boolean) finding.standsOut() : null,
                    known(finding.adjusted()),
                    shown ? FiguresJson.HeadlineJson.of(finding.headline()) : null,
                    shown ? FiguresJson.LensJson.of(finding.evidence().past()) : null,
                    shown ? FiguresJson.LensJson.of(finding.evidence().seen()) : null,
                    shown ? placebo(finding) : null,
                    shown ? NaiveJson.of(finding.evidence().naive()) : null,
                    finding.drawn() == null ? null : FiguresJson.EffectJson.of(finding.drawn()));
        }

        private static FiguresJson.EffectJson placebo(Finding finding) {
            return finding.evidence().placebo() == null
                    ? null
                    : FiguresJson.EffectJson.of(finding.evidence().placebo().effect());
        }
    }

    static ReportJson of(Report report, boolean details, String language) {
        return new ReportJson(
                report.episodes(),
                report.given(),
                known(report.cappedAt()),
                report.obstacles().stream().map(o -> ObstacleJson.of(o, language)).toList(),
                report.findings().stream().map(f -> FindingJson.of(f, details, language)).toList());
    }
}
