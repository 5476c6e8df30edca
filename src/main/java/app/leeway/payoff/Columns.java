package app.leeway.payoff;

import app.leeway.payoff.statistics.Bins;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Episodes turned on their side: one array per thing. A thing that some episodes have and some have
 * not is as if none had it; {@link DataProblems} says so.
 */
final class Columns {

    /** The part of the others' outcomes beyond which an outcome is capped. */
    static final double CAPPED_BEYOND = 0.995;

    private final List<Episode> episodes;
    private final int[] treated;
    private final int[] controls;
    private final double[] outcome;
    private final double[] cost;

    Columns(List<Episode> episodes) {
        this.episodes = episodes;
        this.treated = which(Episode::isGiven);
        this.controls = which(episode -> !episode.isGiven());
        this.outcome = episodes.stream().mapToDouble(Episode::outcome).toArray();
        this.cost = episodes.stream().mapToDouble(Episode::cost).toArray();
    }

    int[] treated() {
        return treated;
    }

    int[] controls() {
        return controls;
    }

    double[] outcome() {
        return outcome;
    }

    double[] cost() {
        return cost;
    }

    Episode episode(int index) {
        return episodes.get(index);
    }

    /** The outcome above which others are taken as if they were this; of no controls, none. */
    double cap() {
        double[] sorted = Arrays.stream(controls).mapToDouble(i -> outcome[i]).sorted().toArray();
        return sorted.length == 0 ? Double.POSITIVE_INFINITY : Bins.quantile(sorted, CAPPED_BEYOND);
    }

    /** A number of every episode by its name; null unless all have it. */
    double[] number(String name) {
        return switch (name) {
            case "baseline" -> whole(Episode::baseline);
            case "before" -> whole(Episode::before);
            case "history" -> whole(Episode::history);
            case "active" -> whole(e -> e.active() == null ? null : e.active() ? 1.0 : 0.0);
            default -> whole(e -> e.numbers().get(name));
        };
    }

    private double[] whole(Function<Episode, Double> reading) {
        double[] values = new double[episodes.size()];
        for (int i = 0; i < values.length; i++) {
            Double value = reading.apply(episodes.get(i));
            if (value == null) {
                return null;
            }
            values[i] = value;
        }
        return values;
    }

    /** The same number for those alike in all of this. A thing that nobody has makes no strata. */
    int[] strata(List<CovariateMatching> alike) {
        int[] strata = new int[episodes.size()];
        for (CovariateMatching match : alike) {
            strata = joined(strata, parts(match));
        }
        return strata;
    }

    /** Whether episodes can be alike in this: a number of all, or a word of some. */
    boolean knows(CovariateMatching match) {
        return number(match.fact()) != null
                || match.isExact()
                        && episodes.stream().anyMatch(e -> e.words().containsKey(match.fact()));
    }

    private int[] parts(CovariateMatching match) {
        double[] numbers = number(match.fact());
        if (numbers != null && !match.isExact()) {
            return match.of(numbers);
        }
        Map<Object, Integer> seen = new HashMap<>();
        return IntStream.range(0, episodes.size())
                .map(
                        i -> {
                            Object part =
                                    numbers == null
                                            ? word(i, match.fact())
                                            : (Object) (numbers[i] + 0.0);
                            return seen.computeIfAbsent(part, any -> seen.size());
                        })
                .toArray();
    }

    private String word(int index, String name) {
        return episodes.get(index).words().getOrDefault(name, "");
    }

    private static int[] joined(int[] strata, int[] parts) {
        Map<Long, Integer> seen = new HashMap<>();
        int[] joined = new int[strata.length];
        for (int i = 0; i < joined.length; i++) {
            long both = ((long) strata[i] << 32) | parts[i];
            joined[i] = seen.computeIfAbsent(both, any -> seen.size());
        }
        return joined;
    }

    /** Whose episodes belong together; each alone where nobody is named. */
    int[] customers() {
        Map<Object, Integer> seen = new HashMap<>();
        return IntStream.range(0, episodes.size())
                .map(
                        i -> {
                            String customer = episodes.get(i).customer();
                            Object who = customer == null ? (Object) i : customer;
                            return seen.computeIfAbsent(who, any -> seen.size());
                        })
                .toArray();
    }

    /** Null unless every episode has a site. */
    int[] sites() {
        Map<String, Integer> seen = new HashMap<>();
        int[] sites = new int[episodes.size()];
        for (int i = 0; i < sites.length; i++) {
            String site = episodes.get(i).site();
            if (site == null) {
                return null;
            }
            sites[i] = seen.computeIfAbsent(site, any -> seen.size());
        }
        return sites;
    }

    private int[] which(java.util.function.Predicate<Episode> wanted) {
        return IntStream.range(0, episodes.size())
                .filter(i -> wanted.test(episodes.get(i)))
                .toArray();
    }
}
