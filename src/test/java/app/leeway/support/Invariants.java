package app.leeway.support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is true of the database at every moment, whatever was killed, cut or sent twice before. Each
 * is a query that finds what breaks it, and so finds nothing.
 */
public final class Invariants {

    private static final int EXAMPLES = 3;

    private static final Map<String, String> ALL = new LinkedHashMap<>();

    static {
        ALL.put(
                "granted money never passes a budget",
                "SELECT id::text FROM budget_period WHERE held_minor + spent_minor > limit_minor"
                        + " OR least(held_minor, spent_minor, overdraft_minor) < 0");
        ALL.put(
                "a period's running figures are the sums of its entries",
                """
                SELECT p.id::text FROM budget_period p LEFT JOIN budget_entry e ON e.period_id = p.id
                GROUP BY p.id HAVING (p.limit_minor, p.held_minor, p.spent_minor, p.overdraft_minor)
                IS DISTINCT FROM (coalesce(sum(e.limit_delta), 0), coalesce(sum(e.held_delta), 0),
                                  coalesce(sum(e.spent_delta), 0), coalesce(sum(e.overdraft_delta), 0))""");
        ALL.put(
                "what a gesture draws on each period follows from its state",
                """
                SELECT id::text || ' ' || state FROM (
                  SELECT g.id, g.state, g.cost_minor AS cost, sum(e.held_delta) AS held,
                         sum(e.spent_delta) AS spent, sum(e.overdraft_delta) AS over
                  FROM gesture g JOIN budget_entry e ON e.gesture_id = g.id GROUP BY g.id, e.period_id) s
                WHERE NOT CASE state
                  WHEN 'held' THEN spent = 0 AND held + over = cost
                  WHEN 'settled' THEN held = 0 AND spent + over = cost
                  WHEN 'awaiting-approval' THEN held IN (0, cost) AND spent = 0 AND over = 0
                  ELSE held = 0 AND spent = 0 AND over = 0 END""");
        ALL.put(
                "a hold, a settlement, a release and an expiry happen once for each gesture and period",
                "SELECT gesture_id || ' ' || type FROM budget_entry"
                        + " WHERE type IN ('HOLD', 'SETTLE', 'RELEASE', 'EXPIRE') AND gesture_id IS NOT NULL"
                        + " GROUP BY gesture_id, period_id, type HAVING count(*) > 1");
        ALL.put(
                "every entry of the ledger belongs to a gesture and a period that are there",
                "SELECT e.id::text FROM budget_entry e LEFT JOIN gesture g ON g.id = e.gesture_id"
                        + " LEFT JOIN budget_period p ON p.id = e.period_id"
                        + " WHERE p.id IS NULL OR e.gesture_id IS NOT NULL AND g.id IS NULL");
        ALL.put(
                "a gesture waits exactly while its exception is open",
                """
                SELECT g.id || ' ' || g.state || ' ' || coalesce(a.state, '-')
                FROM gesture g LEFT JOIN approval a ON a.id = g.id
                WHERE (g.state = 'awaiting-approval')
                  <> coalesce(a.state IN ('waiting', 'questioned', 'countered'), false)""");
        ALL.put(
                "an exception and its gesture say the same of how it ended",
                """
                SELECT g.id || ' ' || g.state || ' ' || a.state FROM approval a JOIN gesture g ON g.id = a.id
                WHERE a.state NOT IN ('waiting', 'questioned', 'countered') AND NOT CASE
                  WHEN a.state = 'approved' AND a.replaced_by IS NOT NULL THEN g.state = 'released'
                  WHEN a.state IN ('approved', 'fallen-back')
                    THEN g.state IN ('held', 'settled', 'released', 'expired', 'reversed')
                  WHEN a.state = 'expired' THEN g.state = 'expired'
                  ELSE g.state = 'released' END""");
        ALL.put(
                "an exception falls back at most once",
                "SELECT approval_id::text FROM approval_event WHERE verb = 'fall-back'"
                        + " GROUP BY approval_id HAVING count(*) > 1");
        ALL.put(
                "what was decided has an event that says so",
                """
                SELECT a.id || ' ' || a.state FROM approval a WHERE a.state NOT IN ('waiting', 'questioned', 'countered')
                  AND NOT EXISTS (SELECT 1 FROM approval_event e WHERE e.approval_id = a.id AND e.state = a.state)""");
        ALL.put(
                "nobody decided their own",
                "SELECT id::text FROM approval WHERE requester_id IN (decided_by, decided_for, first_yes_by,"
                        + " first_yes_for, offered_by, offered_for)");
        ALL.put(
                "the clock runs for no exception that has ended",
                "SELECT t.id::text FROM approval_timer t JOIN approval a ON a.id = t.approval_id"
                        + " WHERE a.state IN ('approved', 'declined', 'withdrawn', 'expired', 'fallen-back')"
                        + " AND t.clock >= a.clock");
        ALL.put(
                "the record has no gap, and ends at its head",
                """
                SELECT 'head ' || h.seq FROM audit_head h CROSS JOIN
                  (SELECT count(*) AS n, coalesce(max(seq), 0) AS last, coalesce(min(seq), 1) AS first FROM audit_entry) e
                WHERE h.seq <> e.n OR h.seq <> e.last OR e.first <> 1""");
        ALL.put(
                "each entry of the record carries the hash of the one before it",
                """
                SELECT seq::text FROM (SELECT seq, previous,
                  coalesce(lag(hash) OVER (ORDER BY seq), decode(repeat('00', 32), 'hex')) AS before FROM audit_entry) e
                WHERE previous <> before""");
        ALL.put(
                "every gesture was put on record once, in the transaction that wrote it",
                """
                SELECT g.id::text FROM gesture g LEFT JOIN audit_entry e
                  ON e.subject = g.id::text AND e.what = 'gesture.logged'
                GROUP BY g.id HAVING count(e.seq) <> 1""");
        ALL.put(
                "every entry about a gesture or its exception has the place of the gesture beside it",
                """
                SELECT e.seq || ' ' || coalesce(p.place, '-') FROM audit_entry e
                  JOIN gesture g ON g.id::text = e.subject LEFT JOIN audit_entry_place p ON p.seq = e.seq
                WHERE split_part(e.what, '.', 1) IN ('gesture', 'approval') AND p.place IS DISTINCT FROM g.place""");
        ALL.put(
                "an outcome is corrected or reversed at most once",
                "SELECT source || ' ' || replaces FROM outcome WHERE replaces IS NOT NULL"
                        + " GROUP BY source, replaces HAVING count(*) > 1");
        ALL.put(
                "a file of outcomes has as many refused lines as it says",
                """
                SELECT f.name FROM outcome_file f WHERE f.state IN ('reading', 'done')
                  AND f.refused <> (SELECT count(*) FROM outcome_refused r WHERE r.file_id = f.id)""");
        ALL.put(
                "what is on its way out has been sent or given up, never both",
                "SELECT id::text FROM sending WHERE sent_at IS NOT NULL AND dead_at IS NOT NULL");
    }

    private Invariants() {}

    /** How many there are. */
    public static int count() {
        return ALL.size();
    }

    /** Those that do not hold, each with the first rows that break it. */
    public static List<String> broken(Database database) {
        Books books = new Books(database);
        List<String> broken = new ArrayList<>();
        ALL.forEach(
                (name, query) -> {
                    List<String> rows = books.texts(query + " LIMIT " + EXAMPLES);
                    if (!rows.isEmpty()) {
                        broken.add(name + ": " + rows);
                    }
                });
        return broken;
    }
}
