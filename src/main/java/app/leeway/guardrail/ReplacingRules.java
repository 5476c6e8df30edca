package app.leeway.guardrail;

import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import app.leeway.shared.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes clauses and guardrails those of a company file, in the caller's transaction. Clauses that
 * are missing there are retired; guardrails that have begun stay as they were. Kinds, units and
 * touchpoints that guardrails speak of must be stored before.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class ReplacingRules {

    @PersistenceContext EntityManager store;

    /**
     * @param clauses all there shall be, in order
     */
    public void replaceClauses(List<Clause> clauses) {
        Map<String, ClauseRow> rows = new HashMap<>();
        store.createQuery("select c from ClauseRow c", ClauseRow.class)
                .getResultStream()
                .forEach(row -> rows.put(row.code, row));
        rows.values().forEach(row -> row.active = false);
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = clauses.get(i);
            ClauseRow row = rows.getOrDefault(clause.code(), new ClauseRow());
            row.become(clause, i);
            store.persist(row);
        }
        store.flush();
    }

    /**
     * @param guardrails all revisions there shall be, in order, with their numbers
     * @param today what day it is in the company
     * @throws RefusedException INVALID with the codes {@code already-in-force} and {@code
     *     in-the-past}; the fields say {@code guardrails[0]} by place in the list
     */
    public void replaceGuardrails(List<Guardrail> guardrails, LocalDate today) {
        List<GuardrailRow> rows = Rules.rows(store);
        History history = new History(rows.stream().map(GuardrailRow::guardrail).toList(), today);
        List<Violation> refusals = history.refusals(guardrails);
        if (!refusals.isEmpty()) {
            throw new RefusedException(Refusal.INVALID, "what has begun stays as it was", refusals);
        }
        replace(guardrails, rows, history);
    }

    /** Those yet to begin are written anew, for their numbers may change places. */
    private void replace(List<Guardrail> guardrails, List<GuardrailRow> rows, History history) {
        Map<String, GuardrailRow> begun = new HashMap<>();
        for (GuardrailRow row : rows) {
            if (history.hasBegun(row.guardrail())) {
                begun.put(row.code + '@' + row.effectiveFrom, row);
            } else {
                store.remove(row);
            }
        }
        store.flush();
        for (int i = 0; i < guardrails.size(); i++) {
            Guardrail guardrail = guardrails.get(i);
            GuardrailRow row = begun.get(guardrail.code() + '@' + guardrail.from());
            if (row == null) {
                store.persist(GuardrailRow.of(guardrail, i));
            } else {
                row.effectiveUntil = guardrail.until();
                row.position = i;
            }
        }
        store.flush();
    }
}
