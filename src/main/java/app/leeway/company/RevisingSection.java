package app.leeway.company;

import app.leeway.companyfile.SectionKey;
import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.CompanyRevision;
import app.leeway.organization.ReplacingOrganization;
import app.leeway.organization.Role;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/**
 * A steward puts something else in the place of one section of the company file. The checks, the
 * record and the history are those of every import.
 */
@ApplicationScoped
public class RevisingSection {

    @Inject Access access;
    @Inject CompanyRevision revision;
    @Inject ReplacingOrganization organization;
    @Inject ApplyingCompanyFile applying;

    /**
     * @param since the revision of the company from which the steward started
     * @param value all that the section shall say
     * @throws RefusedException NOT_ALLOWED for whoever is no steward; CHANGED_MEANWHILE when the
     *     company is at another revision; INVALID with everything that stands against it;
     *     STEP_UP_NEEDED where it needs a second factor
     */
    @Transactional
    public <T> Imported revise(SectionKey<T> section, long since, T value, Actor by) {
        access.require(by, Role.STEWARD);
        organization.waitForOthers();
        if (revision.current() != since) {
            throw new RefusedException(
                    Refusal.CHANGED_MEANWHILE,
                    "the company is at revision " + revision.current() + " by now");
        }
        try {
            return applying.apply(section, value, by);
        } catch (RefusedException refused) {
            if (refused.refusal() != Refusal.INVALID) {
                throw refused;
            }
            throw new RefusedException(
                    Refusal.INVALID,
                    "The %s do not hold together; nothing was changed.".formatted(section.name()),
                    refused.violations());
        }
    }
}
