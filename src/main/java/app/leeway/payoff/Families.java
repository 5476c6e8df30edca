package app.leeway.payoff;

import app.leeway.payoff.statistics.Effect;
import app.leeway.payoff.statistics.FalseDiscoveries;
import app.leeway.payoff.statistics.Shrinkage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Groups that are looked at beside each other: the kinds, the clauses, the sites within a kind. */
final class Families {

    private Families() {}

    /** The same findings, each corrected for the company it keeps. */
    static List<Finding> corrected(List<Finding> findings) {
        Map<String, List<Integer>> families = new LinkedHashMap<>();
        for (int i = 0; i < findings.size(); i++) {
            families.computeIfAbsent(family(findings.get(i)), any -> new ArrayList<>()).add(i);
        }
        List<Finding> corrected = new ArrayList<>(findings);
        families.values().forEach(family -> correct(corrected, family));
        return corrected;
    }

    private static String family(Finding finding) {
        Group group = finding.group();
        return group.by().equals("kind-site")
                ? group.by() + group.key().substring(0, group.key().indexOf('@') + 1)
                : group.by();
    }

    private static void correct(List<Finding> findings, List<Integer> family) {
        double[] chances =
                family.stream()
                        .map(findings::get)
                        .mapToDouble(
                                f -> f.state().hasFigure() ? f.headline().chance() : Double.NaN)
                        .toArray();
        double[] adjusted = FalseDiscoveries.adjusted(chances);
        for (int i = 0; i < adjusted.length; i++) {
            findings.set(family.get(i), findings.get(family.get(i)).adjusted(adjusted[i]));
        }
        if (findings.get(family.get(0)).group().isPlace()) {
            draw(findings, family);
        }
    }

    private static void draw(List<Finding> findings, List<Integer> family) {
        List<Integer> told = family.stream().filter(i -> isTold(net(findings.get(i)))).toList();
        if (told.size() < 2) {
            return;
        }
        Shrinkage shrinkage = Shrinkage.of(told.stream().map(i -> net(findings.get(i))).toList());
        for (int i : told) {
            findings.set(i, findings.get(i).drawnTo(shrinkage.shrunk(net(findings.get(i)))));
        }
    }

    private static Effect net(Finding finding) {
        return finding.headline().estimate().net();
    }

    private static boolean isTold(Effect net) {
        return net.isKnown() && net.error() > 0;
    }
}
