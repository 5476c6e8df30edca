package app.leeway.budget;

import app.leeway.shared.Span;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * The periods of budgets, each opened when the first gesture draws on it, with the limit that its
 * budget has then. Whoever only looks opens nothing: {@link BudgetBalances}.
 *
 * <p>Design notice: a period is opened in a transaction of its own, so that two gestures, or two
 * servers, that need the same new period wait for a moment only. Its key never changes, so it may
 * be remembered.
 */
@ApplicationScoped
public class Periods {

    private record Start(long budgetId, Instant from) {}

    private static final String OPEN =
            "WITH opened AS (INSERT INTO budget_period"
                    + " (budget_id, starts_at, ends_at, limit_minor) VALUES (?, ?, ?, ?)"
                    + " ON CONFLICT (budget_id, starts_at) DO NOTHING RETURNING id, limit_minor)"
                    + " INSERT INTO budget_entry (period_id, type, limit_delta, at)"
                    + " SELECT id, 'ADJUST', limit_minor, ? FROM opened";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @Inject Clock clock;

    private final Map<Start, Long> known = new ConcurrentHashMap<>();

    /**
     * The key of the budget's period that holds the instant.
     *
     * @throws IllegalArgumentException when the instant lies outside a fixed span
     */
    @Transactional(TxType.REQUIRES_NEW)
    public long open(Budget budget, Instant instant) {
        Span span =
                budget.periodHolding(instant)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                budget.code() + " has no money at " + instant));
        try (Connection connection = database.getConnection()) {
            boolean opened = insert(connection, budget, span);
            long id = idOf(connection, budget, span);
            if (!opened) { // remembered only once it is known to be committed
                known.put(new Start(budget.id(), span.from()), id);
            }
            return id;
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "a period of " + budget.code() + " could not be opened", e);
        }
    }

    /**
     * As {@link #open}, without asking the database; null when this server does not know it yet.
     */
    public Long known(Budget budget, Instant instant) {
        return budget.periodHolding(instant)
                .map(span -> known.get(new Start(budget.id(), span.from())))
                .orElse(null);
    }

    /** As {@link #open}, without opening it: null when nobody has drawn on it yet. */
    @Transactional(TxType.MANDATORY)
    public Long find(Budget budget, Instant instant) {
        Long here = known(budget, instant);
        Span span = budget.periodHolding(instant).orElse(null);
        if (here != null || span == null) {
            return here;
        }
        try (Connection connection = database.getConnection()) {
            Long found = idOf(connection, budget, span);
            if (found != null) {
                known.put(new Start(budget.id(), span.from()), found);
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "a period of " + budget.code() + " could not be found", e);
        }
    }

    private boolean insert(Connection connection, Budget budget, Span span) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(OPEN)) {
            insert.setLong(1, budget.id());
            insert.setObject(2, span.from().atOffset(ZoneOffset.UTC));
            insert.setObject(3, span.until().atOffset(ZoneOffset.UTC));
            insert.setLong(4, budget.amountMinor());
            insert.setObject(5, clock.instant().atOffset(ZoneOffset.UTC));
            return insert.executeUpdate() > 0;
        }
    }

    private static Long idOf(Connection connection, Budget budget, Span span) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT id FROM budget_period WHERE budget_id = ? AND starts_at = ?")) {
            select.setLong(1, budget.id());
            select.setObject(2, span.from().atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : null;
            }
        }
    }
}
