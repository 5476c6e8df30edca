package app.leeway.payoff;

import app.leeway.payoff.statistics.Comparison;
import app.leeway.payoff.statistics.Difference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** From episodes to evidence, in memory. The store's own way is SQL and comes to the same. */
final class Estimator {

    private final Columns columns;
    private final Question question;
    private final double[] baseline;
    private final double cap;
    private final Map<String, double[]> numbers = new LinkedHashMap<>();
    private final LensMaking past;
    private final LensMaking seen;
    private final Comparison placebo;

    Estimator(List<Episode> episodes, Question question) {
        this.columns = new Columns(episodes);
        this.question = question;
        this.baseline = columns.number("baseline");
        this.cap = columns.cap();
        Set<String> names = new TreeSet<>();
        episodes.forEach(episode -> names.addAll(episode.numbers().keySet()));
        List<String> recorded = new ArrayList<>(List.of("history", "before", "baseline"));
        recorded.addAll(names);
        for (String name : recorded) {
            double[] number = columns.number(name);
            if (number != null) {
                numbers.put(name, number);
            }
        }
        double[] capped = capped(columns.outcome());
        int[] alikeInPast = columns.strata(question.past());
        this.seen = making(columns.strata(question.seen()), capped, columns.outcome());
        this.past =
                baseline == null
                        ? null
                        : making(
                                alikeInPast,
                                minus(capped, capped(baseline)),
                                minus(columns.outcome(), baseline));
        this.placebo = placebo(alikeInPast);
    }

    /** The outcome above which outcomes are capped. */
    double cap() {
        return cap;
    }

    /** Of every group that the episodes make. */
    List<Evidence> evidence() {
        List<Evidence> evidence = new ArrayList<>();
        Groups.of(columns).forEach((group, members) -> evidence.add(evidence(group, members)));
        return evidence;
    }

    /** Of all who got something, together. */
    Evidence ofAll() {
        return evidence(Group.ALL, columns.treated());
    }

    private Evidence evidence(Group group, int[] members) {
        return new Evidence(
                group,
                members.length,
                past == null ? null : past.of(members),
                seen.of(members),
                placebo == null ? null : placebo.of(members, columns.cost()),
                question.byLot() ? new LotDrawing(columns, numbers).of(members) : null,
                naive(members),
                hasOnlyOthersWithoutIncident(members));
    }

    private LensMaking making(int[] strata, double[] capped, double[] plain) {
        return new LensMaking(columns, strata, question.least(), capped, plain, numbers);
    }

    private Comparison placebo(int[] strata) {
        double[] before = columns.number("before");
        return baseline == null || before == null
                ? null
                : new Comparison(
                        strata, minus(baseline, before), columns.controls(), question.least());
    }

    private Naive naive(int[] members) {
        double level =
                Difference.of(columns.outcome(), members, columns.controls()).effect().value();
        if (baseline == null) {
            return new Naive(level, Double.NaN, Double.NaN);
        }
        double[] change = minus(columns.outcome(), baseline);
        return new Naive(
                level,
                Difference.of(change, members, columns.controls()).effect().value(),
                Difference.mean(change, members));
    }

    /** The incidents of the group have no untreated twin, and those without incident are all. */
    private boolean hasOnlyOthersWithoutIncident(int[] members) {
        Set<String> incidents = new HashSet<>();
        for (int i : members) {
            incidents.add(columns.episode(i).incident());
        }
        incidents.remove(null);
        incidents.remove(Episode.NO_INCIDENT);
        return !incidents.isEmpty()
                && columns.controls().length > 0
                && Arrays.stream(columns.controls())
                        .mapToObj(i -> columns.episode(i).incident())
                        .noneMatch(incidents::contains);
    }

    private double[] capped(double[] values) {
        return Arrays.stream(values).map(value -> Math.min(value, cap)).toArray();
    }

    private static double[] minus(double[] values, double[] others) {
        double[] differences = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            differences[i] = values[i] - others[i];
        }
        return differences;
    }
}
