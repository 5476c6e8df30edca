package app.leeway.payoff;

import java.util.List;

/**
 * What is asked of the episodes.
 *
 * @param byLot whether chance alone decided who got something (a trial): then the plain difference
 *     is the answer
 * @param least look-alikes without a gesture that a stratum needs
 * @param past in what episodes must be alike when each customer is compared with their own past
 *     (the measure is outcome minus baseline)
 * @param seen in what they must be alike as staff saw them (the measure is the outcome)
 * @param currency ISO 4217
 * @param days of the window after the day
 * @param daily whether the answer is looked at every day: then its intervals are those that may be
 */
public record Question(
        boolean byLot,
        int least,
        List<CovariateMatching> past,
        List<CovariateMatching> seen,
        String currency,
        int days,
        boolean daily) {

    public static final Question USUAL =
            new Question(
                    false,
                    5,
                    List.of(
                            CovariateMatching.exactly("quarter"),
                            CovariateMatching.exactly("segment"),
                            CovariateMatching.exactly("incident"),
                            CovariateMatching.exactly("capital"),
                            new CovariateMatching("history", "ranks:5")),
                    List.of(
                            CovariateMatching.exactly("segment"),
                            CovariateMatching.exactly("incident"),
                            CovariateMatching.exactly("capital"),
                            new CovariateMatching("baseline", "ranks:10")),
                    "SEK",
                    90,
                    false);

    public Question {
        past = List.copyOf(past);
        seen = List.copyOf(seen);
        if (least < 1) {
            throw new IllegalArgumentException("at least one look-alike is needed");
        }
    }

    public Question withLeast(int other) {
        return new Question(byLot, other, past, seen, currency, days, daily);
    }

    public Question alikeIn(List<CovariateMatching> inPast, List<CovariateMatching> asSeen) {
        return new Question(byLot, least, inPast, asSeen, currency, days, daily);
    }

    /** Of facts of another window. */
    public Question over(int window, String unit) {
        return new Question(byLot, least, past, seen, unit, window, daily);
    }

    public Question lookedAtDaily() {
        return new Question(byLot, least, past, seen, currency, days, true);
    }

    public Question drawnByLot() {
        return new Question(true, least, past, seen, currency, days, daily);
    }
}
