package app.leeway.payoff;

import app.leeway.payoff.statistics.Interval;
import app.leeway.shared.LocalizedText;

/** What a no came to, beside a yes to the same; in words for somebody who is no statistician. */
final class NoSentences {

    private final Finding finding;
    private final Figures figures;

    NoSentences(Finding finding, Question question) {
        this.finding = finding;
        this.figures = new Figures(question.currency());
    }

    LocalizedText sentence() {
        return switch (finding.state()) {
            case LOSES -> apart("mindre", "less", -1);
            case PAYS -> apart("mer", "more", 1);
            case UNCLEAR, NOT_A_VERDICT, LENSES_DIFFER -> between();
            case TOO_FEW ->
                    said(
                            "{0} nej: för få för en siffra.",
                            "A no {0} times: too few for any number.",
                            Figures.whole(finding.all()));
            case NO_OVERLAP ->
                    said(
                            "Nästan ingen i samma läge fick ja: bara {0} % har någon att jämföra med.",
                            "Almost nobody in the same situation got a yes: only {0} % have anybody to compare with.",
                            Figures.percent(finding.headline().estimate().matchedShare()));
            default -> finding.sentence();
        };
    }

    private LocalizedText apart(String sv, String en, int sign) {
        Interval net = finding.headline().net();
        double value = finding.headline().estimate().net().value();
        return said(
                "De som fick nej gav {0} {3} " + sv + " efteråt än de som fick ja ({1} till {2}).",
                "Those who got a no brought {0} {3} "
                        + en
                        + " afterwards than those who got a yes ({1} to {2}).",
                Figures.whole(sign * value),
                Figures.whole(Math.min(sign * net.low(), sign * net.high())),
                Figures.whole(Math.max(sign * net.low(), sign * net.high())),
                figures.unit());
    }

    private LocalizedText between() {
        Interval net = finding.headline().net();
        return said(
                "Ett nej i stället för ett ja: mellan {0} och {1} {2}. Inget utslag.",
                "A no instead of a yes: between {0} and {1} {2}. Not a verdict.",
                Figures.signed(net.low()),
                Figures.signed(net.high()),
                figures.unit());
    }

    private static LocalizedText said(String sv, String en, LocalizedText... parts) {
        return Sentences.filled(sv, en, parts);
    }
}
