package app.leeway.company;

import app.leeway.organization.CompanyRevision;
import app.leeway.organization.Role;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.util.Set;

/**
 * Brings the first company file. Nobody is a person of a company that does not exist yet, so here
 * the realm's role alone decides; afterwards {@link ImportingCompany} is the way.
 */
@ApplicationScoped
public class FoundingCompany {

    @Inject CompanyRevision revision;
    @Inject TakingOver taking;

    /**
     * @param roles of whoever is signed in
     * @throws RefusedException NOT_ALLOWED without the steward's role; WRONG_STATE when there is a
     *     company already; INVALID with every problem of the file
     */
    @Transactional
    public Imported founding(Set<Role> roles, InputStream yaml) {
        if (!roles.contains(Role.STEWARD)) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "This needs the role steward.");
        }
        if (revision.current() != 0) {
            throw new RefusedException(Refusal.WRONG_STATE, "There is a company already.");
        }
        return taking.takingOver(yaml, null);
    }
}
