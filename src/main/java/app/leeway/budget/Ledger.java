package app.leeway.budget;

import app.leeway.shared.jdbc.ArrayInsert;
import app.leeway.shared.jdbc.RecordMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * The only door to the running figures: entries go in, and the figures move with them, in the
 * caller's transaction.
 *
 * <p>Design notice: no JPA here. Rows are locked in the order of their ids and each changes once
 * per transaction, under READ COMMITTED; the condition on the update and the CHECK constraint each
 * keep promise 2 alone.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Ledger {

    private static final String READ =
            """
            SELECT id AS period_id, limit_minor, held_minor, spent_minor, overdraft_minor
              FROM budget_period WHERE id = ANY (:ids)
            """;

    private static final String MOVE =
            """
            UPDATE budget_period p
               SET limit_minor = p.limit_minor + d.lim, held_minor = p.held_minor + d.held,
                   spent_minor = p.spent_minor + d.spent,
                   overdraft_minor = p.overdraft_minor + d.over
              FROM unnest(:ids, :limits, :held, :spent, :over) AS d (id, lim, held, spent, over)
             WHERE p.id = d.id
               AND p.held_minor + d.held + p.spent_minor + d.spent <= p.limit_minor + d.lim
            """;

    private static final String DRAWN =
            """
            SELECT period_id, sum(held_delta)::bigint AS held_minor,
                   sum(spent_delta)::bigint AS spent_minor,
                   sum(overdraft_delta)::bigint AS overdraft_minor
              FROM budget_entry WHERE gesture_id = :gesture
             GROUP BY period_id ORDER BY period_id
            """;

    private static final RowMapper<BudgetBalance> BALANCE = RecordMapper.of(BudgetBalance.class);
    private static final RowMapper<Allocation> ALLOCATION = RecordMapper.of(Allocation.class);

    @Inject Jdbi jdbi;

    /** Takes the rows of these periods, in id order, until the transaction ends. */
    public Map<Long, BudgetBalance> lock(Collection<Long> periods) {
        return standings(periods, READ + "ORDER BY id FOR UPDATE");
    }

    /** How these periods stand at this moment, for whoever only looks. */
    @Transactional(TxType.SUPPORTS)
    public Map<Long, BudgetBalance> read(Collection<Long> periods) {
        return standings(periods, READ);
    }

    private Map<Long, BudgetBalance> standings(Collection<Long> periods, String sql) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(sql)
                                .bindArray("ids", Long.class, periods)
                                .map(BALANCE)
                                .collectToMap(BudgetBalance::periodId, balance -> balance));
    }

    /** What a gesture has drawn until now, period by period. */
    public List<Allocation> drawnBy(UUID gesture) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(DRAWN).bind("gesture", gesture).map(ALLOCATION).list());
    }

    /**
     * Writes the entries and moves the figures. The gestures that they name must be written before.
     *
     * @throws IllegalStateException when a figure would pass its limit: the caller has not looked
     * @throws app.leeway.shared.RefusedException WRONG_STATE when a period is of a month that a
     *     steward has closed
     */
    public void post(List<Posting> postings) {
        if (postings.isEmpty()) {
            return;
        }
        try {
            jdbi.useHandle(
                    handle -> {
                        move(handle, deltas(postings));
                        write(handle, postings);
                    });
        } catch (JdbiException e) {
            throw ClosedMonths.refusal(e).<RuntimeException>map(refused -> refused).orElse(e);
        }
    }

    private static Map<Long, BudgetBalance> deltas(List<Posting> postings) {
        Map<Long, BudgetBalance> deltas = new TreeMap<>();
        for (Posting posting : postings) {
            deltas.merge(
                    posting.periodId(),
                    new BudgetBalance(posting.periodId(), 0, 0, 0, 0).plus(posting),
                    (sum, one) -> sum.plus(posting));
        }
        return deltas;
    }

    private static void move(Handle handle, Map<Long, BudgetBalance> deltas) {
        Collection<BudgetBalance> rows = deltas.values();
        int moved =
                handle.createUpdate(MOVE)
                        .bindArray("ids", Long.class, column(rows, BudgetBalance::periodId))
                        .bindArray("limits", Long.class, column(rows, BudgetBalance::limitMinor))
                        .bindArray("held", Long.class, column(rows, BudgetBalance::heldMinor))
                        .bindArray("spent", Long.class, column(rows, BudgetBalance::spentMinor))
                        .bindArray("over", Long.class, column(rows, BudgetBalance::overdraftMinor))
                        .execute();
        if (moved != rows.size()) {
            throw new IllegalStateException(
                    (rows.size() - moved) + " budgets would have passed their limit");
        }
    }

    private static List<Long> column(
            Collection<BudgetBalance> rows, Function<BudgetBalance, Long> column) {
        return rows.stream().map(column).toList();
    }

    private static void write(Handle handle, List<Posting> postings) {
        ArrayInsert entries =
                new ArrayInsert(
                        "budget_entry",
                        "period_id bigint",
                        "gesture_id uuid",
                        "type text",
                        "held_delta bigint",
                        "spent_delta bigint",
                        "overdraft_delta bigint",
                        "limit_delta bigint",
                        "person_id bigint",
                        "at timestamptz");
        for (Posting p : postings) {
            entries.add(
                    p.periodId(),
                    p.gesture(),
                    p.type().name(),
                    p.heldDelta(),
                    p.spentDelta(),
                    p.overdraftDelta(),
                    p.limitDelta(),
                    p.person(),
                    p.at());
        }
        entries.write(handle);
    }
}
