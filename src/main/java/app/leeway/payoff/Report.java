package app.leeway.payoff;

import java.util.List;
import java.util.Optional;

/**
 * What the episodes show, group by group.
 *
 * @param cappedAt outcomes above this were taken as this: 99.5 % of those without a gesture lie
 *     below; NaN where nothing was worked out
 * @param findings in the order of their groups
 * @param obstacles what could not be done, and why
 */
public record Report(
        int episodes,
        int given,
        double cappedAt,
        List<Finding> findings,
        List<DataProblem> obstacles) {

    public Report {
        findings = List.copyOf(findings);
        obstacles = List.copyOf(obstacles);
    }

    public Optional<Finding> finding(Group group) {
        return findings.stream().filter(f -> f.group().equals(group)).findFirst();
    }
}
