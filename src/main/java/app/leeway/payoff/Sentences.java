package app.leeway.payoff;

import app.leeway.payoff.statistics.Estimate;
import app.leeway.payoff.statistics.Interval;
import app.leeway.shared.LocalizedText;

/** What a state says of a group, in words for somebody who is no statistician. */
final class Sentences {

    static final LocalizedText NOT_BY_LOT =
            new LocalizedText(
                    "De som fick skilde sig från de andra redan innan, mer än lotten gör; det"
                            + " räknas inte som lottat.",
                    "Those who got it differed from the others before, by more than a lot does;"
                            + " it is not taken as drawn by lot.");
    static final LocalizedText ONE_WAY_ONLY =
            new LocalizedText(
                    "Vad kunderna köpte innan är inte känt, så det kunde bara jämföras på ett"
                            + " sätt.",
                    "What customers bought before is not known, so there was only one way to"
                            + " compare.");
    static final LocalizedText NO_PLACEBO =
            new LocalizedText(
                    "Perioden dessförinnan är inte känd, så det gick inte att pröva om de redan"
                            + " var på väg någon annanstans.",
                    "The period before that is not known, so it could not be tried whether they"
                            + " were on another path already.");

    static final LocalizedText ALONE =
            new LocalizedText(
                    "En plats för sig visas bara bredvid andra.",
                    "A single place is shown beside others only.");
    static final LocalizedText BY_CHANCE =
            new LocalizedText(
                    "Bland så många grupper kan det här vara en slump.",
                    "Among so many groups this may be chance.");

    private final Evidence evidence;
    private final Headline headline;
    private final Figures figures;
    private final int days;

    Sentences(Evidence evidence, Headline headline, Question question) {
        this.evidence = evidence;
        this.headline = headline;
        this.figures = new Figures(question.currency());
        this.days = question.days();
    }

    static LocalizedText notAlike(String name, double off) {
        return filled(
                "De jämförda var olika redan innan ({0}: {1} standardavvikelser).",
                "Those compared were not alike before ({0}: {1} standard deviations).",
                LocalizedText.same(name),
                Figures.ratio(off));
    }

    /** How many are younger than the window, and say nothing yet. */
    static LocalizedText ripening(int many, int days) {
        return filled(
                "{0} gester är yngre än {1} dagar.",
                "{0} gestures are younger than {1} days.",
                Figures.whole(many),
                Figures.whole(days));
    }

    LocalizedText of(State state, int ripening) {
        return switch (state) {
            case PAYS -> pays();
            case LOSES -> loses();
            case UNCLEAR -> unclear();
            case NOT_A_VERDICT -> between("Inget utslag.", "Not a verdict.");
            case LENSES_DIFFER -> lensesDiffer();
            case OTHER_PATH ->
                    new LocalizedText(
                            "Kunder som fick det här var på väg åt ett annat håll redan innan. Läs"
                                    + " det inte som dess verkan.",
                            "Customers who got this were on another path before it. Do not read"
                                    + " this as its effect.");
            case NO_OVERLAP -> noOverlap();
            case TOO_FEW ->
                    evidence.all() == 1
                            ? new LocalizedText(
                                    "En gest: för få för en siffra.",
                                    "One gesture: too few for any number.")
                            : filled(
                                    "{0} gester: för få för en siffra.",
                                    "{0} gestures: too few for any number.",
                                    Figures.whole(evidence.all()));
            case TOO_THIN -> tooThin();
            case NO_EPISODES ->
                    new LocalizedText(
                            "Jämfört med kunder som inte hade något problem: själva problemet är"
                                    + " inblandat. Inget utslag.",
                            "Compared with customers who had no problem: the problem itself is"
                                    + " mixed in. Not a verdict.");
            case RIPENING -> ripening(ripening, days);
        };
    }

    private LocalizedText pays() {
        Estimate estimate = headline.estimate();
        if (!headline.perKrona().isKnown()) {
            return filled(
                            "Ger {0} {1} per gest ({2} till {3}) och kostar inget.",
                            "Gives {0} {1} per gesture ({2} to {3}) and costs nothing.",
                            Figures.whole(estimate.effect().value()),
                            figures.unit(),
                            Figures.whole(headline.effect().low()),
                            Figures.whole(headline.effect().high()))
                    .then(basis());
        }
        Interval interval = headline.perKrona();
        return filled(
                        "Ger tillbaka {0} {1} per {4} ({2} till {3}).",
                        "Gives back {0} {1} per {5} ({2} to {3}).",
                        Figures.ratio(estimate.perKrona().value()),
                        figures.unit(),
                        Figures.ratio(interval.low()),
                        Figures.ratio(interval.high()),
                        krona(),
                        krona())
                .then(basis());
    }

    private LocalizedText loses() {
        Estimate estimate = headline.estimate();
        if (!headline.perKrona().isKnown()) {
            return changes();
        }
        LocalizedText back =
                filled(
                        "Ger tillbaka {0} {1} per {2}.",
                        "Brings back {0} {1} per {2}.",
                        Figures.ratio(estimate.perKrona().value()),
                        figures.unit(),
                        krona());
        boolean adds = headline.effect().liesAbove(0);
        return back.then(
                filled(
                        adds
                                ? "Det ökar lojaliteten ({0} {1}) men kostar {2} {1}."
                                : "Det ändrar vad kunderna gör med {0} {1} och kostar {2} {1}.",
                        adds
                                ? "It adds loyalty ({0} {1}) but costs {2} {1}."
                                : "It changes what customers do by {0} {1} and costs {2} {1}.",
                        Figures.signed(estimate.effect().value()),
                        figures.unit(),
                        Figures.whole(estimate.cost())));
    }

    private LocalizedText changes() {
        return filled(
                "Det ändrar vad kunderna gör med {0} {1}.",
                "It changes what customers do by {0} {1}.",
                Figures.signed(headline.estimate().effect().value()),
                figures.unit());
    }

    private LocalizedText unclear() {
        double more = headline.needed() - headline.estimate().treated();
        return more >= 1
                ? between("", "")
                        .then(
                                filled(
                                        "Omkring {0} till skulle avgöra.",
                                        "About {0} more would tell.", Figures.about(more)))
                : between("Det går ungefär jämnt upp.", "It is close to breaking even.");
    }

    private LocalizedText between(String sv, String en) {
        Interval net = headline.net();
        LocalizedText range =
                filled(
                        "Mellan {0} och {1} {2} per gest, kostnaden avdragen.",
                        "Between {0} and {1} {2} per gesture, its cost taken off.",
                        Figures.signed(net.low()),
                        Figures.signed(net.high()),
                        figures.unit());
        return sv.isEmpty() ? range : range.then(new LocalizedText(sv, en));
    }

    private LocalizedText lensesDiffer() {
        return filled(
                "Jämfört med deras eget förflutna: {0} {2}. Med kunder som såg likadana ut på"
                        + " skärmen: {1} {2}. Sanningen ligger troligen emellan.",
                "Compared with their own past: {0} {2}. With customers who looked the same on the"
                        + " screen: {1} {2}. The truth is probably between.",
                Figures.signed(evidence.past().value().effect().value()),
                Figures.signed(evidence.seen().value().effect().value()),
                figures.unit());
    }

    private LocalizedText noOverlap() {
        return filled(
                "Nästan alla sådana kunder får det här: bara {0} % har någon att jämföra med."
                        + " Överväg ett försök med lottade gränser.",
                "Almost every such customer gets this: only {0} % have anybody to compare with."
                        + " Consider a limit trial.",
                Figures.percent(headline.estimate().matchedShare()));
    }

    private LocalizedText tooThin() {
        return filled(
                "{0} gester, men jämförelsen vilar på {1} andra som räknas: för tunt för en"
                        + " siffra.",
                "{0} gestures, but the comparison hangs on {1} others that count: too thin for any"
                        + " number.",
                Figures.whole(evidence.all()),
                Figures.whole(headline.estimate().effectiveControls()));
    }

    private LocalizedText basis() {
        if ("lot".equals(headline.way())) {
            return new LocalizedText("Lotten avgjorde vem som fick.", "A lot decided who got it.");
        }
        return filled(
                "{0} av {1} hade verkliga likar. Båda sätten att jämföra är överens.",
                "{0} of {1} had real look-alikes. Both ways of comparing agree.",
                Figures.whole(headline.estimate().treated()),
                Figures.whole(evidence.all()));
    }

    private LocalizedText krona() {
        return "kr".equals(figures.unit().en())
                ? new LocalizedText("krona", "krona")
                : figures.unit();
    }

    static LocalizedText filled(String sv, String en, LocalizedText... parts) {
        String swedish = sv;
        String english = en;
        for (int i = 0; i < parts.length; i++) {
            swedish = swedish.replace("{" + i + "}", parts[i].sv());
            english = english.replace("{" + i + "}", parts[i].en());
        }
        return new LocalizedText(swedish, english);
    }
}
