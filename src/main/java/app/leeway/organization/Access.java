package app.leeway.organization;

import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may what: the roles of whoever acts, times the part of the organization where they act.
 *
 * <p>Staff see what they did themselves; managers and leaders what happened in their subtree;
 * auditors everything. Stewards and machines see nothing of what others did.
 */
@ApplicationScoped
public class Access {

    @Inject Organizations organizations;

    /**
     * @throws RefusedException NOT_ALLOWED when the actor has none of the roles
     */
    public void require(Actor actor, Role... anyOf) {
        if (!actor.isAnyOf(anyOf)) {
            String needed =
                    Arrays.stream(anyOf).map(Role::code).collect(Collectors.joining(" or "));
            throw new RefusedException(Refusal.NOT_ALLOWED, "This needs the role " + needed + ".");
        }
    }

    /**
     * @param place code of the unit where something happened that somebody else did
     * @throws RefusedException OUTSIDE_YOUR_AREA when the actor does not see that place
     */
    public void requireSees(Actor actor, String place) {
        if (!sees(actor, place)) {
            throw new RefusedException(
                    Refusal.OUTSIDE_YOUR_AREA, "That is outside the part of the company you see.");
        }
    }

    /**
     * @throws RefusedException NOT_ALLOWED or OUTSIDE_YOUR_AREA unless the actor manages that place
     */
    public void requireManages(Actor actor, String place) {
        require(actor, Role.MANAGER);
        requireSees(actor, place);
    }

    public boolean sees(Actor actor, String place) {
        return actor.is(Role.AUDITOR)
                || seesSubtree(actor) && organizations.current().holds(actor.at(), place);
    }

    /** The same, for queries. */
    public VisibleScope reach(Actor actor) {
        if (actor.is(Role.AUDITOR)) {
            return new VisibleScope(true, Set.of(), actor.personId());
        }
        Set<String> units =
                seesSubtree(actor)
                        ? organizations.current().downwards(actor.at())
                        : Set.<String>of();
        return new VisibleScope(false, units, actor.personId());
    }

    private static boolean seesSubtree(Actor actor) {
        return actor.is(Role.MANAGER) || actor.is(Role.LEADER);
    }
}
