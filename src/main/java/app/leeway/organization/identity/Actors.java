package app.leeway.organization.identity;

import app.leeway.organization.Actor;
import app.leeway.organization.Organization;
import app.leeway.organization.Person;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

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
    @Inject CurrentUser callers;
    @Inject Presence presence;
    @Inject DisabledPeople disabled;

    private Actor actor;

    /**
     * @throws RefusedException NOT_A_PERSON_HERE when whoever is signed in is not among the
     *     company's people (any more), or the identity provider has disabled them
     */
    public Actor actor() {
        if (actor == null) {
            actor = find();
        }
        return actor;
    }

    private Actor find() {
        if (disabled.isDisabled(signedIn.sub())) {
            throw FindingCallers.unknown();
        }
        FindingCallers.Caller caller = callers.find(signedIn.sub(), signedIn.userName());
        BindingPeople.Bound bound = caller.bound();
        Organization organization = caller.organization();
        Person person =
                organization
                        .person(bound.personId())
                        .filter(p -> organization.isActive(p.id()))
                        .orElseThrow(FindingCallers::unknown);
        if (signedIn.isAtAPage()) {
            presence.seen(person.id());
        }
        return new Actor(
                person.id(),
                person.user(),
                person.name(),
                signedIn.roles(),
                person.at(),
                person.rateMinor(),
                bound.language() == null
                        ? organization.company().languages().get(0)
                        : bound.language(),
                signedIn.hasSecondFactor());
    }
}
