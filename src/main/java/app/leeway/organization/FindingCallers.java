package app.leeway.organization;

import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

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

    /**
     * @throws RefusedException NOT_A_PERSON_HERE when the company has no such person, or there is
     *     no company yet
     */
    @Transactional
    Caller find(String sub, String userName) {
        BindingPeople.Bound bound =
                binding.bySubject(sub)
                        .or(() -> binding.binding(sub, userName))
                        .filter(known -> known.revision() > 0)
                        .orElseThrow(FindingCallers::unknown);
        return new Caller(bound, organizations.asOf(bound.revision()));
    }

    static RefusedException unknown() {
        return new RefusedException(
                Refusal.NOT_A_PERSON_HERE,
                "Whoever is signed in is not among the people of this company.");
    }
}
