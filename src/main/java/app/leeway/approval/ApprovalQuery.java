package app.leeway.approval;

import app.leeway.organization.Authority;
import app.leeway.organization.Organization;
import app.leeway.organization.VisibleScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The condition of a list of exceptions. Values are bound, never pasted. */
final class ApprovalQuery {

    private static final String OPEN = "a.state IN ('waiting', 'questioned', 'countered')";
    private static final String NOT_THEIR_OWN =
            """
            a.requester_id <> :decider
            AND NOT EXISTS (SELECT 1 FROM relation_in_force r
                             WHERE r.customer_id = a.customer_id AND r.person_id = :decider)
            AND a.first_yes_by IS DISTINCT FROM :decider
            """;

    private final List<String> conditions = new ArrayList<>();
    private final List<Consumer<Query>> values = new ArrayList<>();

    ApprovalQuery(ApprovalFilter filter, Organization organization) {
        if (filter.state() == null) {
            conditions.add(OPEN);
        } else {
            and("a.state = :state", query -> query.bind("state", filter.state().code()));
        }
        if (filter.unit() != null) {
            and(
                    "a.place = ANY (:below)",
                    query ->
                            query.bindArray(
                                    "below", String.class, organization.downwards(filter.unit())));
        }
        if (filter.kind() != null) {
            and("a.kind = :kind", query -> query.bind("kind", filter.kind()));
        }
        if (filter.waiting()) {
            conditions.add("a.waiting_minutes IS NOT NULL");
        }
    }

    /** Only what somebody may decide. */
    void andDecidedBy(long personId, List<Remit> remits) {
        and(NOT_THEIR_OWN, query -> query.bind("decider", personId));
        List<String> any = remits.stream().map(this::condition).toList();
        conditions.add(any.isEmpty() ? "false" : "(" + String.join(" OR ", any) + ")");
    }

    private String condition(Remit remit) {
        int n = values.size(); // tells these parameters from those of other remits
        values.add(query -> query.bindArray("units" + n, String.class, remit.units()));
        if (remit.isLeadership()) {
            return "(a.place = ANY (:units" + n + ") AND a.leadership)";
        }
        values.add(query -> query.bindArray("notOf" + n, Long.class, remit.notOf()));
        String belowLimit = "a.asked_minor <= " + limit(remit.upTo());
        return "(a.place = ANY (:units%d) AND %s AND a.requester_id <> ALL (:notOf%d))"
                .formatted(n, belowLimit, n);
    }

    private String limit(Authority upTo) {
        int n = values.size();
        values.add(query -> query.bind("upTo" + n, upTo.upToMinor()));
        StringBuilder limit = new StringBuilder();
        for (Map.Entry<String, Long> category : upTo.categories().entrySet()) {
            int i = values.size();
            limit.append(limit.isEmpty() ? "CASE a.category" : "");
            limit.append(" WHEN :category" + i + " THEN :limit" + i);
            values.add(
                    query ->
                            query.bind("category" + i, category.getKey())
                                    .bind("limit" + i, category.getValue()));
        }
        return limit.isEmpty() ? ":upTo" + n : limit + " ELSE :upTo" + n + " END";
    }

    void andSeenBy(VisibleScope reach) {
        if (!reach.everything()) {
            and(
                    "(a.requester_id = :reader OR a.place = ANY (:reach))",
                    query ->
                            query.bind("reader", reach.personId())
                                    .bindArray("reach", String.class, reach.units()));
        }
    }

    void and(String condition, Consumer<Query> bound) {
        conditions.add(condition);
        values.add(bound);
    }

    String where() {
        return " WHERE " + String.join(" AND ", conditions);
    }

    /**
     * @param sql that has the condition in it
     */
    Query in(Handle handle, String sql) {
        Query query = handle.createQuery(sql);
        values.forEach(value -> value.accept(query));
        return query;
    }
}
