package app.leeway.organization;

import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/**
 * The person who acts in this request, found once.
 *
 * <p>Somebody is known by the subject that the identity provider gives them. The first sign-in
 * under a user name of the company file binds that person to the subject, for good: a user name
 * that is given to somebody else later opens nothing.
 */
@RequestScoped
public class Actors {

    @Inject SignedIn signedIn;
    @Inject Organizations organizations;
    @Inject CompanyRevision revision;
    @Inject BindingPeople binding;

    private Actor actor;

    /**
     * @throws RefusedException NOT_A_PERSON_HERE when whoever is signed in is not among the
     *     company's people (any more)
     */
    @Transactional // or the connection would stay with the request, and commits wait for one
    public Actor actor() {
        if (actor == null) {
            actor = find();
        }
        return actor;
    }

    private Actor find() {
        long now = revision.current();
        if (now == 0) {
            throw unknown();
        }
        BindingPeople.Bound bound =
                binding.bySubject(signedIn.sub())
                        .or(() -> binding.binding(signedIn.sub(), signedIn.userName()))
                        .orElseThrow(Actors::unknown);
        Organization organization = organizations.asOf(now);
        Person person =
                organization
                        .person(bound.personId())
                        .filter(p -> organization.isActive(p.id()))
                        .orElseThrow(Actors::unknown);
        return new Actor(
                person.id(),
                person.user(),
                person.name(),
                signedIn.roles(),
                person.at(),
                person.rateMinor(),
                bound.language() == null
                        ? organization.company().languages().get(0)
                        : bound.language());
    }

    private static RefusedException unknown() {
        return new RefusedException(
                Refusal.NOT_A_PERSON_HERE,
                "Whoever is signed in is not among the people of this company.");
    }
}
