package app.leeway.approval;

import app.leeway.gesture.GrantingGestures;
import app.leeway.organization.Actor;
import app.leeway.organization.Organizations;
import app.leeway.shared.Money;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/**
 * One yes to many, all of them or none: whoever says it has seen the sum, and it is refused when it
 * is another by now.
 */
@ApplicationScoped
public class ApprovingMany {

    @Inject Approvals approvals;

    @Inject Deciding deciding;

    @Inject ApprovingExceptions approving;

    @Inject GrantingGestures granting;

    @Inject Organizations organizations;

    /**
     * @param sum of all of them, as the actor has seen it
     * @param comment in their own words, or null
     * @throws RefusedException CHANGED_MEANWHILE for another sum; else as {@link Deciding#begin}
     *     for the first of them that cannot be approved
     */
    @Transactional
    public void approve(Collection<UUID> ids, Money sum, String comment, Actor actor) {
        List<UUID> inOrder = List.copyOf(new TreeSet<>(ids));
        granting.takeAll(inOrder);
        long asked = inOrder.stream().mapToLong(id -> asked(id, actor)).sum();
        Money now = Money.of(asked, organizations.current().company().currency());
        if (!now.equals(sum)) {
            throw new RefusedException(
                    Refusal.CHANGED_MEANWHILE,
                    "together they come to " + now.amount() + " " + now.currency());
        }
        deciding.requireSecondFactor(asked, actor);
        for (UUID id : inOrder) {
            approving.approve(id, null, comment, actor);
        }
    }

    /** Whoever does not see it learns nothing of its amount either. */
    private long asked(UUID id, Actor actor) {
        Approval approval = approvals.look(id).orElseThrow(() -> Deciding.none(id));
        if (!deciding.sees(deciding.turn(approval, actor).standpoint(), approval, actor)) {
            throw Deciding.none(id);
        }
        return approval.about().amountMinor();
    }
}
