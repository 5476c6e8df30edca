package app.leeway.guardrail;

import app.leeway.shared.Complaint;
import app.leeway.shared.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What may still be changed of the guardrails, so that a verdict of the past can be given again:
 * whatever has begun stays as it is, save that its end may be set to a day to come.
 *
 * @param before the revisions that are stored
 * @param today revisions that begin today have begun
 */
record History(List<Guardrail> before, LocalDate today) {

    private record Key(String code, LocalDate from) {

        static Key of(Guardrail guardrail) {
            return new Key(guardrail.code(), guardrail.from());
        }
    }

    boolean hasBegun(Guardrail guardrail) {
        return !guardrail.from().isAfter(today);
    }

    /**
     * All that stands against these revisions in place of the stored ones; fields say {@code
     * guardrails[0]} by place in the list, {@code guardrails} for one that is missing.
     */
    List<Violation> refusals(List<Guardrail> after) {
        Map<Key, Guardrail> stored = byKey(before);
        List<Violation> refusals = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            Guardrail now = after.get(i);
            Guardrail then = stored.remove(Key.of(now));
            String field = "guardrails[" + i + "]";
            if (then == null && !before.isEmpty() && now.from().isBefore(today)) {
                refusals.add(new Violation(field, tooEarly(now)));
            }
            if (then != null && hasBegun(then) && !mayBecome(then, now)) {
                refusals.add(new Violation(field, fixed(then, "changed")));
            }
        }
        stored.values().stream()
                .filter(this::hasBegun)
                .map(g -> new Violation("guardrails", fixed(g, "removed")))
                .forEach(refusals::add);
        return refusals;
    }

    private boolean mayBecome(Guardrail then, Guardrail now) {
        return isTheSame(then, now) && (sameEnd(then, now) || isOpen(then) && isOpen(now));
    }

    private static boolean sameEnd(Guardrail then, Guardrail now) {
        return then.until() == null ? now.until() == null : then.until().equals(now.until());
    }

    /** Whether its end, if it has one, is still to come. */
    private boolean isOpen(Guardrail guardrail) {
        return guardrail.until() == null || guardrail.until().isAfter(today);
    }

    private static boolean isTheSame(Guardrail then, Guardrail now) {
        return then.when().equals(now.when())
                && then.measure().equals(now.measure())
                && then.bound() == now.bound()
                && then.otherwise() == now.otherwise()
                && then.replaces().equals(now.replaces());
    }

    private Complaint tooEarly(Guardrail guardrail) {
        return Complaint.of("in-the-past", guardrail.code(), guardrail.from(), today);
    }

    /**
     * @param how changed or removed
     */
    private static Complaint fixed(Guardrail guardrail, String how) {
        return Complaint.of("already-in-force." + how, guardrail.code(), guardrail.from());
    }

    private static Map<Key, Guardrail> byKey(List<Guardrail> guardrails) {
        Map<Key, Guardrail> byKey = new LinkedHashMap<>();
        guardrails.forEach(g -> byKey.put(Key.of(g), g));
        return byKey;
    }
}
