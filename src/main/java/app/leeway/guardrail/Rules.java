package app.leeway.guardrail;

import app.leeway.organization.CompanyRevision;
import app.leeway.shared.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** The guardrails and clauses as stored, read anew only when the company's revision has moved. */
@ApplicationScoped
public class Rules {

    @PersistenceContext EntityManager store;
    @Inject CompanyRevision revision;

    private final Snapshot<Guardrails> snapshot = new Snapshot<>();

    public Guardrails current() {
        return asOf(revision.current());
    }

    /**
     * @param revision which the caller has read from the store itself
     */
    public Guardrails asOf(long revision) {
        return snapshot.at(revision, this::load);
    }

    private Guardrails load() {
        List<ClauseRow> clauses =
                store.createQuery("select c from ClauseRow c order by c.position", ClauseRow.class)
                        .setHint(Snapshot.FRESH, true)
                        .getResultList();
        return new Guardrails(
                rows(store).stream().map(GuardrailRow::guardrail).toList(),
                clauses.stream().filter(c -> c.active).map(ClauseRow::clause).toList(),
                clauses.stream().filter(c -> !c.active).map(ClauseRow::clause).toList());
    }

    /** In the company file's order, with what they replace: two statements, however many. */
    static List<GuardrailRow> rows(EntityManager store) {
        return store.createQuery(
                        "select g from GuardrailRow g order by g.position", GuardrailRow.class)
                .setHint("eclipselink.batch", "g.replaces")
                .setHint(Snapshot.FRESH, true)
                .getResultList();
    }
}
