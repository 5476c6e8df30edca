package app.leeway.approval;

import app.leeway.organization.Authority;
import app.leeway.organization.Organization;
import app.leeway.organization.VisibleScope;
import app.leeway.shared.jdbc.Conditions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The conditions of a list of exceptions. */
final class ApprovalQuery {

    private static final String OPEN = "a.state IN ('waiting', 'questioned', 'countered')";
    private static final String NOT_THEIR_OWN =
            """
            a.requester_id <> :decider
            AND NOT EXISTS (SELECT 1 FROM relation_in_force r
                             WHERE r.customer_id = a.customer_id AND r.person_id = :decider)
            AND a.first_yes_by IS DISTINCT FROM :decider
            """;

    private ApprovalQuery() {}

    static Conditions of(ApprovalFilter filter, Organization organization) {
        Conditions conditions = new Conditions();
        if (filter.state() == null) {
            conditions.and(OPEN);
        } else {
            conditions.and("a.state = :state", "state", filter.state().code());
        }
        if (filter.unit() != null) {
            conditions.and(
                    "a.place = ANY (:below)", "below", organization.downwards(filter.unit()));
        }
        if (filter.waiting()) {
            conditions.and("a.waiting_minutes IS NOT NULL");
        }
        return conditions.andIfGiven("a.kind = :kind", "kind", filter.kind());
    }

    /** Only what somebody may decide. */
    static void decidedBy(long personId, List<Remit> remits, Conditions conditions) {
        conditions.and(NOT_THEIR_OWN, "decider", personId);
        List<String> any = new ArrayList<>();
        for (int n = 0; n < remits.size(); n++) {
            any.add(within(remits.get(n), n, conditions));
        }
        conditions.and(any.isEmpty() ? "false" : "(" + String.join(" OR ", any) + ")");
    }

    /**
     * @param n tells the parameters of this remit from those of the others
     */
    private static String within(Remit remit, int n, Conditions values) {
        values.bind("units" + n, remit.units());
        if (remit.isLeadership()) {
            return "(a.place = ANY (:units%d) AND a.leadership)".formatted(n);
        }
        values.bind("notOf" + n, Long.class, remit.notOf());
        return "(a.place = ANY (:units%d) AND a.asked_minor <= %s AND a.requester_id <> ALL (:notOf%d))"
                .formatted(n, limit(remit.upTo(), n, values), n);
    }

    private static String limit(Authority upTo, int n, Conditions values) {
        values.bind("upTo" + n, upTo.upToMinor());
        StringBuilder cases = new StringBuilder();
        int i = 0;
        for (Map.Entry<String, Long> category : upTo.categories().entrySet()) {
            String of = n + "of" + i++;
            cases.append(" WHEN :category" + of + " THEN :limit" + of);
            values.bind("category" + of, category.getKey());
            values.bind("limit" + of, category.getValue());
        }
        String otherwise = ":upTo" + n;
        return cases.isEmpty()
                ? otherwise
                : "CASE a.category" + cases + " ELSE " + otherwise + " END";
    }

    static void seenBy(VisibleScope reach, Conditions conditions) {
        if (!reach.everything()) {
            conditions
                    .bind("reader", reach.personId())
                    .and(
                            "(a.requester_id = :reader OR a.place = ANY (:reach))",
                            "reach",
                            reach.units());
        }
    }
}
