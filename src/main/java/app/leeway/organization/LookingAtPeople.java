package app.leeway.organization;

import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * The people of the company, with what an hour of theirs costs: all of them for stewards and
 * auditors, those of their units for managers and leaders.
 */
@ApplicationScoped
public class LookingAtPeople {

    @Inject Access access;
    @Inject Organizations organizations;

    /**
     * @return in the company file's order
     * @throws RefusedException NOT_ALLOWED for whoever is none of these
     */
    public List<Person> seenBy(Actor actor) {
        access.require(actor, Role.MANAGER, Role.LEADER, Role.STEWARD, Role.AUDITOR);
        boolean all = actor.is(Role.STEWARD) || actor.is(Role.AUDITOR);
        Organization organization = organizations.current();
        return organization.people().stream()
                .filter(person -> all || organization.holds(actor.at(), person.at()))
                .toList();
    }
}
