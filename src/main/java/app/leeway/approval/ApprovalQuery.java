package app.leeway.approval;

import app.leeway.organization.Organization;
import app.leeway.organization.VisibleScope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The condition of a list of exceptions. Values are bound, never pasted. */
final class ApprovalQuery {

    private static final String OPEN = "a.state IN ('waiting', 'questioned', 'countered')";
    private static final String UNRELATED =
            "NOT EXISTS (SELECT 1 FROM relation_in_force r WHERE r.customer_id = a.customer_id"
                    + " AND r.person_id = ?)";

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    ApprovalQuery(ApprovalFilter filter, Organization organization) {
        if (filter.state() == null) {
            and(OPEN);
        } else {
            and("a.state = ?", filter.state().code());
        }
        if (filter.unit() != null) {
            and("a.place = ANY (?)", organization.downwards(filter.unit()));
        }
        if (filter.kind() != null) {
            and("a.kind = ?", filter.kind());
        }
        if (filter.waiting()) {
            and("a.waiting_minutes IS NOT NULL");
        }
    }

    /** Only what somebody may decide. */
    void andDecidedBy(long personId, List<Remit> remits) {
        and("a.requester_id <> ?", personId);
        and(UNRELATED, personId);
        and("a.first_yes_by IS DISTINCT FROM ?", personId);
        List<String> any = new ArrayList<>();
        List<Object> bound = new ArrayList<>();
        for (Remit remit : remits) {
            any.add(condition(remit, bound));
        }
        and(any.isEmpty() ? "false" : "(" + String.join(" OR ", any) + ")", bound.toArray());
    }

    private static String condition(Remit remit, List<Object> bound) {
        bound.add(remit.units());
        if (remit.isLeadership()) {
            return "(a.place = ANY (?) AND a.leadership)";
        }
        StringBuilder limit = new StringBuilder();
        for (Map.Entry<String, Long> category : remit.upTo().categories().entrySet()) {
            limit.append(limit.isEmpty() ? "CASE a.category" : "").append(" WHEN ? THEN ?");
            bound.add(category.getKey());
            bound.add(category.getValue());
        }
        bound.add(remit.upTo().upToMinor());
        bound.add(List.copyOf(remit.notOf()));
        return "(a.place = ANY (?) AND a.asked_minor <= "
                + (limit.isEmpty() ? "?" : limit + " ELSE ? END")
                + " AND a.requester_id <> ALL (?))";
    }

    void andSeenBy(VisibleScope reach) {
        if (!reach.everything()) {
            and("(a.requester_id = ? OR a.place = ANY (?))", reach.personId(), reach.units());
        }
    }

    void and(String condition, Object... bound) {
        conditions.add(condition);
        values.addAll(List.of(bound));
    }

    String where() {
        return " WHERE " + String.join(" AND ", conditions);
    }

    PreparedStatement bound(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value instanceof List<?> ids) {
                statement.setArray(i + 1, connection.createArrayOf("bigint", ids.toArray()));
            } else if (value instanceof Collection<?> codes) {
                statement.setArray(i + 1, connection.createArrayOf("text", codes.toArray()));
            } else if (value instanceof Instant instant) {
                statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
            } else {
                statement.setObject(i + 1, value);
            }
        }
        return statement;
    }
}
