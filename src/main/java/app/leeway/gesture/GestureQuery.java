package app.leeway.gesture;

import app.leeway.organization.Organization;
import app.leeway.organization.VisibleScope;
import app.leeway.shared.Spelling;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * The condition of a list of gestures: what is wanted, within what may be seen. Values are bound,
 * never pasted.
 */
final class GestureQuery {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    GestureQuery(GestureFilter filter, VisibleScope reach, Organization organization) {
        if (!reach.everything()) {
            and("(g.person_id = ? OR g.place = ANY (?))", reach.personId(), reach.units());
        }
        if (filter.unit() != null) {
            and("g.place = ANY (?)", organization.downwards(filter.unit()));
        }
        andEqual("g.kind", filter.kind());
        andEqual("p.user_name", filter.staff());
        if (filter.customer() != null) {
            and(
                    "g.customer_id = (SELECT id FROM customer WHERE code = ? OR code_key = ?"
                            + " ORDER BY code = ? DESC LIMIT 1)",
                    filter.customer(),
                    Objects.requireNonNullElse(Spelling.key(filter.customer()), ""),
                    filter.customer());
        }
        andEqual("g.state", filter.state() == null ? null : filter.state().code());
        andEqual("g.review", filter.review() == null ? null : filter.review().code());
        andEqual("g.outcome", filter.outcome() == null ? null : filter.outcome().name());
        if (filter.clause() != null) {
            and(
                    "EXISTS (SELECT 1 FROM gesture_bend x WHERE x.gesture_id = g.id AND x.clause = ?)",
                    filter.clause());
        }
        if (filter.late()) {
            and("g.late");
        }
        if (filter.from() != null) {
            and("g.judged_for >= ?", filter.from());
        }
        if (filter.until() != null) {
            and("g.judged_for < ?", filter.until());
        }
    }

    void and(String condition, Object... bound) {
        conditions.add(condition);
        values.addAll(List.of(bound));
    }

    private void andEqual(String column, String value) {
        if (value != null) {
            and(column + " = ?", value);
        }
    }

    String where() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    PreparedStatement bound(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value instanceof Collection<?> codes) {
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
