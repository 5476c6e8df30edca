package app.leeway.organization.identity;

import app.leeway.organization.Organization;
import app.leeway.organization.Organizations;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/**
 * The person behind a subject of the identity provider, and the company as it is now.
 *
 * <p>Design notice: in a transaction, if only a short one. Outside of any, the server keeps the
 * connection with the request until its end, and requests that wait for the committer would hold
 * all that it could commit on.
 */
@ApplicationScoped
class FindingCallers {

    /** Who calls, and the company they belong to. */
    record Caller(BindingPeople.Bound bound, Organization organization) {}

    @Inject BindingPeople binding;

    @Inject Organizations organizations;

    /** Empty for whoever was never bound, and while there is no company. */
    @Transactional
    Optional<Caller> find(String sub) {
        return binding.bySubject(sub)
                .filter(bound -> bound.revision() > 0)
                .map(bound -> new Caller(bound, organizations.asOf(bound.revision())));
    }

    static RefusedException unknown() {
        return new RefusedException(
                Refusal.NOT_A_PERSON_HERE,
                "Whoever is signed in is not among the people of this company.");
    }
}
