package app.leeway.budget;

import app.leeway.shared.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;

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
            """
            WITH opened AS (
                INSERT INTO budget_period (budget_id, starts_at, ends_at, limit_minor)
                VALUES (:budget, :from, :until, :amount)
                    ON CONFLICT (budget_id, starts_at) DO NOTHING RETURNING id, limit_minor)
            INSERT INTO budget_entry (period_id, type, limit_delta, at)
            SELECT id, 'ADJUST', limit_minor, :now FROM opened
            """;

    @Inject Jdbi jdbi;

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
        boolean opened = insert(budget, span);
        long id = idOf(budget, span).orElseThrow();
        if (!opened) { // remembered only once it is known to be committed
            known.put(new Start(budget.id(), span.from()), id);
        }
        return id;
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
        Optional<Long> found = idOf(budget, span);
        found.ifPresent(id -> known.put(new Start(budget.id(), span.from()), id));
        return found.orElse(null);
    }

    private boolean insert(Budget budget, Span span) {
        return jdbi.withHandle(
                        handle ->
                                handle.createUpdate(OPEN)
                                        .bind("budget", budget.id())
                                        .bind("from", span.from())
                                        .bind("until", span.until())
                                        .bind("amount", budget.amountMinor())
                                        .bind("now", clock.instant())
                                        .execute())
                > 0;
    }

    private Optional<Long> idOf(Budget budget, Span span) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        SELECT id FROM budget_period
                                         WHERE budget_id = :budget AND starts_at = :from
                                        """)
                                .bind("budget", budget.id())
                                .bind("from", span.from())
                                .mapTo(Long.class)
                                .findOne());
    }
}
