package app.leeway.gesture;

import app.leeway.budget.RecordedGestures;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Compares every gesture, and what it drew, with its entries of the record.
 *
 * <p>Design notice: some hundred gestures at a time, each by one statement with all that belongs to
 * them. Gesture, ledger and record are written in one transaction, so one statement always sees
 * them as they belong together, however much is going on; and none of them takes long.
 */
@ApplicationScoped
class GesturesOnRecord implements RecordedGestures {

    private static final int AT_A_TIME = 500;
    private static final int MOST_NAMED = 100;

    private static final String NEXT =
            "SELECT "
                    + SealedRow.COLUMNS
                    + ", g.state, g.cost_minor, g.ended_by, g.end_reason,"
                    + " array(SELECT concat_ws(' ', e.period_id, e.type, e.held_delta, e.spent_delta,"
                    + " e.overdraft_delta, e.limit_delta, coalesce(e.person_id::text, '-'),"
                    + " extract(epoch FROM e.at)) FROM budget_entry e WHERE e.gesture_id = g.id)"
                    + " AS drawn,"
                    + " array(SELECT concat_ws(' ', coalesce(r.person_id::text, '-'), r.after)"
                    + " FROM audit_entry r WHERE r.subject = g.id::text AND r.what LIKE '"
                    + GestureEntries.PREFIX
                    + ".%' ORDER BY r.seq) AS told"
                    + " FROM gesture g WHERE g.id > ? ORDER BY g.id LIMIT "
                    + AT_A_TIME;

    private static final String MISSING =
            "SELECT e.subject FROM audit_entry e WHERE e.what = '"
                    + GestureNotes.LOGGED
                    + "'"
                    + " AND NOT EXISTS (SELECT 1 FROM gesture g WHERE g.id::text = e.subject)"
                    + " ORDER BY e.seq";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @Override
    @Transactional(TxType.NOT_SUPPORTED)
    public Comparison compare() {
        Tally tally = new Tally();
        try (Connection connection = database.getConnection()) {
            UUID last = new UUID(0, 0);
            while (last != null) {
                last = next(connection, last, tally);
            }
            missing(connection, tally);
            return tally.comparison();
        } catch (SQLException e) {
            throw new IllegalStateException("gestures and record could not be compared", e);
        }
    }

    /** Some more of them; null when there were none. */
    private static UUID next(Connection connection, UUID after, Tally tally) throws SQLException {
        UUID last = null;
        try (PreparedStatement select = connection.prepareStatement(NEXT)) {
            select.setObject(1, after);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    TiedGesture gesture = TiedGesture.read(row);
                    tally.add(gesture);
                    last = gesture.id();
                }
            }
        }
        return last;
    }

    private static void missing(Connection connection, Tally tally) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(MISSING);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                tally.differs(row.getString(1), List.of(Kind.MISSING));
            }
        }
    }

    /** What came out until now. */
    private static final class Tally {

        private final List<Difference> differences = new ArrayList<>();
        private long checked;
        private long differing;
        private long untied;
        private Instant untiedUntil;
        private long erased;

        void add(TiedGesture gesture) {
            checked++;
            List<Kind> about = gesture.differences();
            if (!about.isEmpty()) {
                differs(gesture.id().toString(), about);
            }
            if (gesture.isTied()) {
                erased += gesture.isErased() ? 1 : 0;
            } else {
                untied++;
                Instant at = gesture.receivedAt();
                untiedUntil = untiedUntil == null || at.isAfter(untiedUntil) ? at : untiedUntil;
            }
        }

        void differs(String gesture, List<Kind> about) {
            differing++;
            if (differences.size() < MOST_NAMED) {
                differences.add(new Difference(gesture, about));
            }
        }

        Comparison comparison() {
            return new Comparison(
                    checked, differing, List.copyOf(differences), untied, untiedUntil, erased);
        }
    }
}
