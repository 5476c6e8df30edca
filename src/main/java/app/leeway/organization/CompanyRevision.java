package app.leeway.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * The number that every change of rules, budgets, catalogue or organization raises, in its own
 * transaction. Whoever remembers anything of these compares it.
 *
 * <p>Design notice: it is read in a transaction, if only a short one. Outside of any, the server
 * keeps the connection with the request until its end, and requests that wait for the committer
 * would hold all that it could commit on.
 */
@ApplicationScoped
public class CompanyRevision {

    @PersistenceContext EntityManager store;

    /** As committed now; 0 when no company has been imported yet. */
    @Transactional
    public long current() {
        List<?> found = store.createNativeQuery("SELECT revision FROM company").getResultList();
        return found.isEmpty() ? 0 : ((Number) found.get(0)).longValue();
    }
}
