package app.leeway.guardrail;

import java.util.List;

/**
 * The answer to a proposal.
 *
 * @param reasons every rule that was passed, strictest first; empty for a plain GO
 */
public record Verdict(Outcome outcome, List<Reason> reasons) {

    public static Verdict of(List<Reason> reasons) {
        List<Reason> strictestFirst =
                reasons.stream()
                        .sorted(java.util.Comparator.comparing(Reason::outcome).reversed())
                        .toList();
        return new Verdict(
                Outcome.strictest(reasons.stream().map(Reason::outcome).toList()), strictestFirst);
    }
}
