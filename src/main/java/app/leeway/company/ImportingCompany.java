package app.leeway.company;

import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.InputStream;

/** A steward brings the company's file: all of it is taken in, or nothing. */
@ApplicationScoped
public class ImportingCompany {

    @Inject Access access;
    @Inject ApplyingCompanyFile applying;

    /**
     * @param yaml in UTF-8; no more than 5 MB of it are read
     * @throws app.leeway.shared.RefusedException NOT_ALLOWED for whoever is no steward; INVALID
     *     with every problem, each message beginning with its line; WRONG_STATE when the file is of
     *     another company; STEP_UP_NEEDED where it needs a second factor
     */
    @Transactional
    public Imported importFile(Actor by, InputStream yaml) {
        access.require(by, Role.STEWARD);
        return applying.apply(yaml, by);
    }
}
