package app.leeway.guardrail;

import java.util.Comparator;
import java.util.List;

/**
 * The answer to a proposal.
 *
 * @param reasons every rule that was passed, strictest first; empty for a plain GO
 */
public record Verdict(Outcome outcome, List<Reason> reasons) {

    private static final Verdict GO = new Verdict(Outcome.GO, List.of());

    /** The strictest outcome wins; reasons that are equally strict keep their order. */
    public static Verdict of(List<Reason> reasons) {
        if (reasons.isEmpty()) {
            return GO;
        }
        List<Reason> strictestFirst =
                reasons.stream().sorted(Comparator.comparing(Reason::outcome).reversed()).toList();
        return new Verdict(strictestFirst.get(0).outcome(), strictestFirst);
    }
}
