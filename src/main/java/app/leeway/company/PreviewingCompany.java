package app.leeway.company;

import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.InputStream;
import java.util.Set;

/**
 * A first look at what a company file would change.
 *
 * <p><em>Design notice.</em> It imports and rolls back, so it cannot promise what the import then
 * refuses.
 */
@ApplicationScoped
public class PreviewingCompany {

    @Inject Access access;
    @Inject ApplyingCompanyFile applying;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    /**
     * @return what importing the file would come to; nothing is changed
     * @throws app.leeway.shared.RefusedException as {@link ImportingCompany#importFile} would
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Imported preview(Actor by, InputStream yaml) {
        access.require(by, Role.STEWARD);
        transaction.setRollbackOnly();
        return applying.apply(yaml, by);
    }

    /**
     * The same where there is no company yet, and so nobody who is a person of it.
     *
     * @param roles of whoever is signed in
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Imported preview(Set<Role> roles, InputStream yaml) {
        FoundingCompany.require(roles);
        transaction.setRollbackOnly();
        return applying.apply(yaml, () -> null);
    }
}
