package app.leeway.guardrail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The guardrails that hold on one day, laid out so that a proposal meets only those that can be
 * about it.
 */
final class InForce {

    static final InForce NOTHING = new InForce(List.of());

    private static final Rule[] NONE = {};

    /** A guardrail beside those that silence it where they hold. */
    record Rule(Guardrail guardrail, List<Guardrail> replacedBy) {

        /** Whether the guardrail has a say about the proposal. */
        boolean matches(Proposal proposal) {
            if (!guardrail.when().matches(proposal)) {
                return false;
            }
            for (int i = 0; i < replacedBy.size(); i++) { // no iterator: this runs for each verdict
                if (replacedBy.get(i).when().matches(proposal)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final Map<String, Rule[]> byKind = new HashMap<>();
    private final Rule[] ofAnyKind;

    /**
     * @param guardrails one revision of each code
     * @throws IllegalArgumentException when some replace each other in a circle, so that all of
     *     them would be silent
     */
    InForce(List<Guardrail> guardrails) {
        refuseCircles(guardrails);
        Map<String, List<Rule>> rules = new LinkedHashMap<>();
        for (Guardrail guardrail : guardrails) {
            List<Guardrail> replacedBy =
                    guardrails.stream()
                            .filter(g -> g.replaces().contains(guardrail.code()))
                            .toList();
            rules.computeIfAbsent(guardrail.when().kind(), k -> new ArrayList<>())
                    .add(new Rule(guardrail, replacedBy));
        }
        List<Rule> general = rules.remove(null);
        ofAnyKind = general == null ? new Rule[0] : general.toArray(new Rule[0]);
        rules.forEach((kind, list) -> byKind.put(kind, list.toArray(new Rule[0])));
    }

    boolean isEmpty() {
        return ofAnyKind.length == 0 && byKind.isEmpty();
    }

    /** In the order of the company file. */
    Rule[] about(String kind) {
        return byKind.getOrDefault(kind, NONE);
    }

    /** In the order of the company file. */
    Rule[] aboutAnyKind() {
        return ofAnyKind;
    }

    private static void refuseCircles(List<Guardrail> guardrails) {
        Map<String, Guardrail> byCode = new HashMap<>();
        guardrails.forEach(g -> byCode.put(g.code(), g));
        for (Guardrail guardrail : guardrails) {
            Deque<String> ahead = new ArrayDeque<>(guardrail.replaces());
            Map<String, Boolean> seen = new HashMap<>();
            while (!ahead.isEmpty()) {
                String code = ahead.pop();
                if (code.equals(guardrail.code())) {
                    throw new IllegalArgumentException(
                            "guardrail '" + code + "' is replaced by what it replaces itself");
                }
                if (seen.put(code, true) == null && byCode.containsKey(code)) {
                    ahead.addAll(byCode.get(code).replaces());
                }
            }
        }
    }
}
