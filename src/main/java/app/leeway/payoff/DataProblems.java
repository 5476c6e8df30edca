package app.leeway.payoff;

import app.leeway.shared.LocalizedText;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import app.leeway.shared.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What stands in the way, looked for before anything is worked out. */
final class DataProblems {

    private static final int VIOLATIONS_MAX = 100;

    private DataProblems() {}

    /**
     * A single number that is none makes every figure none, and guessing it would be worse.
     *
     * @throws RefusedException INVALID with each number that is none, or a cost below nothing
     */
    static void refuseWhatIsNoNumber(List<Episode> episodes) {
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < episodes.size() && violations.size() < VIOLATIONS_MAX; i++) {
            String path = "episodes[" + i + "].";
            Episode episode = episodes.get(i);
            check(violations, path + "outcome", episode.outcome());
            check(violations, path + "cost", episode.cost());
            check(violations, path + "baseline", episode.baseline());
            check(violations, path + "before", episode.before());
            check(violations, path + "history", episode.history());
            for (Map.Entry<String, Double> number : episode.numbers().entrySet()) {
                check(violations, path + "numbers." + number.getKey(), number.getValue());
            }
            if (episode.cost() < 0 || !episode.isGiven() && episode.cost() != 0) {
                String message = path + "cost must be 0 or more, and 0 where nothing was given";
                violations.add(new Violation(path + "cost", "wrong-cost", message));
            }
        }
        if (!violations.isEmpty()) {
            throw new RefusedException(Refusal.INVALID, violations.get(0).message(), violations);
        }
    }

    private static void check(List<Violation> violations, String path, Double value) {
        if (value != null && !Double.isFinite(value)) {
            violations.add(
                    new Violation(path, "not-a-number", path + " is " + value + ", no number"));
        }
    }

    /**
     * What nobody has cannot make anybody alike; only what is usual may be missing.
     *
     * @throws RefusedException INVALID with each fact that no episode has
     */
    static void refuseWhatNobodyHas(List<Episode> episodes, Question question) {
        List<Violation> violations = new ArrayList<>();
        Columns columns = new Columns(episodes);
        check(violations, columns, "past", question.past(), Question.USUAL.past());
        check(violations, columns, "seen", question.seen(), Question.USUAL.seen());
        if (!violations.isEmpty()) {
            throw new RefusedException(Refusal.INVALID, violations.get(0).message(), violations);
        }
    }

    private static void check(
            List<Violation> violations,
            Columns columns,
            String field,
            List<CovariateMatching> alike,
            List<CovariateMatching> usual) {
        for (int i = 0; i < alike.size(); i++) {
            CovariateMatching match = alike.get(i);
            if (!usual.contains(match) && !columns.knows(match)) {
                String path = field + "[" + i + "]";
                String message =
                        path + ": no episode has '" + match.fact() + "', or not all as a number";
                violations.add(new Violation(path, "unknown-fact", message));
            }
        }
    }

    /** What cannot be said at all; empty when there is something to compare. */
    static List<DataProblem> of(List<Episode> episodes) {
        if (episodes.isEmpty()) {
            return List.of(obstacle("no-episodes", "Inga händelser.", "There are no episodes."));
        }
        long given = episodes.stream().filter(Episode::isGiven).count();
        if (episodes.size() == 1) {
            return List.of(
                    obstacle(
                            "one-episode",
                            "En enda händelse kan inte jämföras med någon.",
                            "A single episode cannot be compared with anything."));
        }
        if (given == 0) {
            return List.of(
                    obstacle(
                            "nothing-given",
                            "Ingen fick något, så det finns ingen verkan att se.",
                            "Nobody got anything, so there is no effect to see."));
        }
        if (given == episodes.size()) {
            return List.of(
                    obstacle(
                            "nobody-without",
                            "Alla fick något: det finns ingen att jämföra med. Anteckna också när"
                                    + " något hände och inget gavs.",
                            "Everybody got something: there is nobody to compare with. Record also"
                                    + " when something happened and nothing was given."));
        }
        if (isConstant(episodes)) {
            return List.of(
                    obstacle(
                            "constant-outcome",
                            "Utfallet är detsamma för alla: det finns inget att jämföra.",
                            "The outcome is the same for everybody: there is nothing to"
                                    + " compare."));
        }
        return List.of();
    }

    /** What is left out of account, though the rest can be worked out. */
    static List<DataProblem> partly(List<Episode> episodes) {
        List<DataProblem> missing = new ArrayList<>();
        addIfPartly(missing, episodes, "baseline", Episode::baseline);
        addIfPartly(missing, episodes, "before", Episode::before);
        addIfPartly(missing, episodes, "history", Episode::history);
        addIfPartly(missing, episodes, "active", Episode::active);
        return missing;
    }

    private static void addIfPartly(
            List<DataProblem> missing,
            List<Episode> episodes,
            String name,
            Function<Episode, Object> reading) {
        long known = episodes.stream().filter(e -> reading.apply(e) != null).count();
        if (known > 0 && known < episodes.size()) {
            missing.add(
                    obstacle(
                            "partly-" + name,
                            name
                                    + " finns för "
                                    + known
                                    + " av "
                                    + episodes.size()
                                    + " händelser och används inte.",
                            name
                                    + " is there for "
                                    + known
                                    + " of "
                                    + episodes.size()
                                    + " episodes and is not used."));
        }
    }

    private static boolean isConstant(List<Episode> episodes) {
        double first = episodes.get(0).outcome();
        return episodes.stream().allMatch(episode -> episode.outcome() == first);
    }

    private static DataProblem obstacle(String code, String sv, String en) {
        return new DataProblem(code, new LocalizedText(sv, en));
    }
}
