package app.leeway.budget;

import app.leeway.shared.ArrayInsert;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

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
            "SELECT id, limit_minor, held_minor, spent_minor, overdraft_minor"
                    + " FROM budget_period WHERE id = ANY (?)";

    private static final String MOVE =
            "UPDATE budget_period p SET limit_minor = p.limit_minor + d.lim,"
                    + " held_minor = p.held_minor + d.held, spent_minor = p.spent_minor + d.spent,"
                    + " overdraft_minor = p.overdraft_minor + d.over"
                    + " FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])"
                    + " AS d (id, lim, held, spent, over)"
                    + " WHERE p.id = d.id"
                    + " AND p.held_minor + d.held + p.spent_minor + d.spent <= p.limit_minor + d.lim";

    private static final String DRAWN =
            "SELECT period_id, sum(held_delta), sum(spent_delta), sum(overdraft_delta)"
                    + " FROM budget_entry WHERE gesture_id = ? GROUP BY period_id ORDER BY period_id";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    /** Takes the rows of these periods, in id order, until the transaction ends. */
    public Map<Long, BudgetBalance> lock(Collection<Long> periods) {
        return standings(periods, READ + " ORDER BY id FOR UPDATE");
    }

    /** How these periods stand at this moment, for whoever only looks. */
    @Transactional(TxType.SUPPORTS)
    public Map<Long, BudgetBalance> read(Collection<Long> periods) {
        return standings(periods, READ);
    }

    private Map<Long, BudgetBalance> standings(Collection<Long> periods, String sql) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("bigint", periods.toArray()));
            Map<Long, BudgetBalance> standings = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    standings.put(
                            row.getLong(1),
                            new BudgetBalance(
                                    row.getLong(1),
                                    row.getLong(2),
                                    row.getLong(3),
                                    row.getLong(4),
                                    row.getLong(5)));
                }
            }
            return standings;
        } catch (SQLException e) {
            throw new IllegalStateException("the budgets could not be taken", e);
        }
    }

    /** What a gesture has drawn until now, period by period. */
    public List<Allocation> drawnBy(UUID gesture) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(DRAWN)) {
            select.setObject(1, gesture);
            List<Allocation> draws = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    draws.add(
                            new Allocation(
                                    row.getLong(1),
                                    row.getLong(2),
                                    row.getLong(3),
                                    row.getLong(4)));
                }
            }
            return draws;
        } catch (SQLException e) {
            throw new IllegalStateException("the entries of " + gesture + " could not be read", e);
        }
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
        try (Connection connection = database.getConnection()) {
            move(connection, deltas(postings));
            write(connection, postings);
        } catch (SQLException e) {
            throw ClosedMonths.refusal(e)
                    .<RuntimeException>map(refused -> refused)
                    .orElseGet(
                            () -> new IllegalStateException("the ledger could not be written", e));
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

    private static void move(Connection connection, Map<Long, BudgetBalance> deltas)
            throws SQLException {
        Collection<BudgetBalance> rows = deltas.values();
        try (PreparedStatement update = connection.prepareStatement(MOVE)) {
            update.setArray(
                    1, bigints(connection, rows.stream().map(BudgetBalance::periodId).toArray()));
            update.setArray(
                    2, bigints(connection, rows.stream().map(BudgetBalance::limitMinor).toArray()));
            update.setArray(
                    3, bigints(connection, rows.stream().map(BudgetBalance::heldMinor).toArray()));
            update.setArray(
                    4, bigints(connection, rows.stream().map(BudgetBalance::spentMinor).toArray()));
            update.setArray(
                    5,
                    bigints(
                            connection,
                            rows.stream().map(BudgetBalance::overdraftMinor).toArray()));
            int moved = update.executeUpdate();
            if (moved != rows.size()) {
                throw new IllegalStateException(
                        (rows.size() - moved) + " budgets would have passed their limit");
            }
        }
    }

    private static java.sql.Array bigints(Connection connection, Object[] values)
            throws SQLException {
        return connection.createArrayOf("bigint", values);
    }

    private static void write(Connection connection, List<Posting> postings) throws SQLException {
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
        entries.write(connection);
    }
}
