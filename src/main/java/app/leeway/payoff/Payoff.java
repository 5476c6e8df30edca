package app.leeway.payoff;

import java.util.List;

/**
 * The entry for Java: episodes in, findings out. No store, no clock; the same episodes give the
 * same report for ever.
 *
 * <pre>{@code
 * Report report = Payoff.estimate(episodes, Question.USUAL);
 * report.finding(new Group("kind", "late-return")).get().sentence().en();
 * }</pre>
 */
public final class Payoff {

    private Payoff() {}

    /**
     * @throws app.leeway.shared.RefusedException INVALID when a number is none or nobody has what
     *     all should be alike in, with each of them
     */
    public static Report estimate(List<Episode> episodes, Question question) {
        DataProblems.refuseWhatIsNoNumber(episodes);
        int given = (int) episodes.stream().filter(Episode::isGiven).count();
        List<DataProblem> obstacles = DataProblems.of(episodes);
        if (!obstacles.isEmpty()) {
            return new Report(episodes.size(), given, Double.NaN, List.of(), obstacles);
        }
        DataProblems.refuseWhatNobodyHas(episodes, question);
        Estimator estimator = new Estimator(episodes, question);
        List<Finding> findings =
                estimator.evidence().stream().map(e -> Finding.of(e, question)).toList();
        return new Report(
                episodes.size(),
                given,
                estimator.cap(),
                Families.corrected(findings),
                DataProblems.partly(episodes));
    }
}
