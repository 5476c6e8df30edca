package app.leeway.budget;

import app.leeway.organization.Organizations;
import app.leeway.shared.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Query;

/** The entries of a period, for reading only. */
@ApplicationScoped
class LedgerReading {

    private static final String ENTRY =
            """
            SELECT e.id, e.gesture_id, e.type, e.held_delta, e.spent_delta, e.overdraft_delta,
                   e.limit_delta, p.name, e.at,
                   CASE WHEN g.judged_for < d.starts_at THEN g.judged_for END AS happened
              FROM budget_entry e JOIN budget_period d ON d.id = e.period_id
              LEFT JOIN gesture g ON g.id = e.gesture_id
              LEFT JOIN person p ON p.id = e.person_id
             WHERE e.period_id = :period
            """;
    private static final String NEWEST_FIRST = "AND e.id < :before ORDER BY e.id DESC LIMIT :limit";
    private static final String STILL_HELD =
            """
            AND e.type = 'HOLD'
            AND NOT EXISTS (SELECT 1 FROM budget_entry x
                             WHERE x.period_id = e.period_id AND x.gesture_id = e.gesture_id
                               AND x.type IN ('SETTLE', 'RELEASE', 'EXPIRE'))
            ORDER BY e.at
            """;

    @Inject Jdbi jdbi;

    @Inject Organizations organizations;

    List<LedgerEntry> entries(long period, Long before, int limit) {
        return read(
                ENTRY + NEWEST_FIRST,
                select ->
                        select.bind("period", period)
                                .bind("before", before == null ? Long.MAX_VALUE : before)
                                .bind("limit", limit));
    }

    List<LedgerEntry> held(long period) {
        return read(ENTRY + STILL_HELD, select -> select.bind("period", period));
    }

    private List<LedgerEntry> read(String sql, UnaryOperator<Query> bound) {
        String currency = organizations.current().company().currency();
        return jdbi.withHandle(
                handle ->
                        bound.apply(handle.createQuery(sql))
                                .map(row -> entry(row, currency))
                                .list());
    }

    private static LedgerEntry entry(RowView row, String currency) {
        return new LedgerEntry(
                row.getColumn("id", Long.class),
                row.getColumn("gesture_id", UUID.class),
                row.getColumn("type", String.class),
                Money.of(row.getColumn("held_delta", Long.class), currency),
                Money.of(row.getColumn("spent_delta", Long.class), currency),
                Money.of(row.getColumn("overdraft_delta", Long.class), currency),
                Money.of(row.getColumn("limit_delta", Long.class), currency),
                row.getColumn("name", String.class),
                row.getColumn("at", Instant.class),
                row.getColumn("happened", Instant.class));
    }
}
