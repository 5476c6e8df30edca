package app.leeway.budget;

import app.leeway.organization.Organizations;
import app.leeway.shared.Money;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The entries of a period, for reading only. */
@ApplicationScoped
class LedgerReading {

    private static final String ENTRY =
            "SELECT e.id, e.gesture_id, e.type, e.held_delta, e.spent_delta,"
                    + " e.overdraft_delta, e.limit_delta, p.name, e.at,"
                    + " CASE WHEN g.judged_for < d.starts_at THEN g.judged_for END"
                    + " FROM budget_entry e JOIN budget_period d ON d.id = e.period_id"
                    + " LEFT JOIN gesture g ON g.id = e.gesture_id"
                    + " LEFT JOIN person p ON p.id = e.person_id WHERE e.period_id = ?";
    private static final String NEWEST_FIRST = " AND e.id < ? ORDER BY e.id DESC LIMIT ?";
    private static final String STILL_HELD =
            " AND e.type = 'HOLD' AND NOT EXISTS (SELECT 1 FROM budget_entry x"
                    + " WHERE x.period_id = e.period_id AND x.gesture_id = e.gesture_id"
                    + " AND x.type IN ('SETTLE', 'RELEASE', 'EXPIRE')) ORDER BY e.at";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @Inject Organizations organizations;

    List<LedgerEntry> entries(long period, Long before, int limit) {
        return read(
                ENTRY + NEWEST_FIRST,
                period,
                before == null ? Long.MAX_VALUE : before,
                (long) limit);
    }

    List<LedgerEntry> held(long period) {
        return read(ENTRY + STILL_HELD, period);
    }

    private List<LedgerEntry> read(String sql, long... values) {
        String currency = organizations.current().company().currency();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setLong(i + 1, values[i]);
            }
            List<LedgerEntry> entries = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries.add(entry(row, currency));
                }
            }
            return entries;
        } catch (SQLException e) {
            throw new IllegalStateException("the entries could not be read", e);
        }
    }

    private static LedgerEntry entry(ResultSet row, String currency) throws SQLException {
        OffsetDateTime happened = row.getObject(10, OffsetDateTime.class);
        return new LedgerEntry(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                Money.of(row.getLong(4), currency),
                Money.of(row.getLong(5), currency),
                Money.of(row.getLong(6), currency),
                Money.of(row.getLong(7), currency),
                row.getString(8),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                happened == null ? null : happened.toInstant());
    }
}
