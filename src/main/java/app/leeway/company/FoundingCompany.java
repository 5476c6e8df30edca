package app.leeway.company;

import app.leeway.organization.CompanyRevision;
import app.leeway.organization.ReplacingOrganization;
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
    @Inject ReplacingOrganization organization;
    @Inject ApplyingCompanyFile applying;

    /** Whether there is no company yet. */
    public boolean isDue() {
        return revision.current() == 0;
    }

    /**
     * @param by user name of whoever is signed in; kept in the record when the file names them
     * @param roles that they have in the realm
     * @param yaml in UTF-8; no more than 5 MB of it are read
     * @throws RefusedException NOT_ALLOWED without the steward's role; WRONG_STATE when there is a
     *     company already; INVALID with every problem of the file
     */
    @Transactional
    public Imported found(String by, Set<Role> roles, InputStream yaml) {
        require(roles);
        organization.waitForOthers();
        if (!isDue()) {
            throw new RefusedException(Refusal.WRONG_STATE, "There is a company already.");
        }
        return applying.apply(yaml, () -> organization.peopleIds().get(by));
    }

    static void require(Set<Role> roles) {
        if (!roles.contains(Role.STEWARD)) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "This needs the role steward.");
        }
    }
}
