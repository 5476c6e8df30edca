package app.leeway.gesture;

import app.leeway.budget.RecordedGestures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

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
                    + """
                    , g.state, g.cost_minor, g.ended_by, g.end_reason,
                      array(SELECT concat_ws(' ', e.period_id, e.type, e.held_delta, e.spent_delta,
                                   e.overdraft_delta, e.limit_delta,
                                   coalesce(e.person_id::text, '-'), extract(epoch FROM e.at))
                              FROM budget_entry e WHERE e.gesture_id = g.id) AS drawn,
                      array(SELECT concat_ws(' ', coalesce(r.person_id::text, '-'), r.after)
                              FROM audit_entry r
                             WHERE r.subject = g.id::text AND r.what LIKE :told
                             ORDER BY r.seq) AS told
                      FROM gesture g WHERE g.id > :after ORDER BY g.id LIMIT :atATime
                    """;

    private static final String MISSING =
            """
            SELECT e.subject FROM audit_entry e
             WHERE e.what = :logged
               AND NOT EXISTS (SELECT 1 FROM gesture g WHERE g.id::text = e.subject)
             ORDER BY e.seq
            """;

    @Inject Jdbi jdbi;

    @Override
    @Transactional(TxType.NOT_SUPPORTED)
    public Comparison compare() {
        Tally tally = new Tally();
        UUID last = new UUID(0, 0);
        while (last != null) {
            last = next(last, tally);
        }
        jdbi.useHandle(
                handle ->
                        handle.createQuery(MISSING)
                                .bind("logged", GestureNotes.LOGGED)
                                .mapTo(String.class)
                                .forEach(gesture -> tally.differs(gesture, List.of(Kind.MISSING))));
        return tally.comparison();
    }

    /** Some more of them; null when there were none. */
    private UUID next(UUID after, Tally tally) {
        List<TiedGesture> some =
                jdbi.withHandle(
                        handle ->
                                handle.createQuery(NEXT)
                                        .bind("after", after)
                                        .bind("told", GestureEntries.PREFIX + ".%")
                                        .bind("atATime", AT_A_TIME)
                                        .map(TiedGesture::read)
                                        .list());
        some.forEach(tally::add);
        return some.isEmpty() ? null : some.get(some.size() - 1).id();
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
