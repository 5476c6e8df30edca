package app.leeway.approval;

import app.leeway.gesture.GrantingGestures;
import app.leeway.gesture.ReplacingGestures;
import app.leeway.organization.Actor;
import app.leeway.organization.Organizations;
import app.leeway.shared.Money;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Whoever asked takes what was offered: it is granted in the name of whoever offered it. */
@ApplicationScoped
public class AcceptingOffers {

    @Inject Deciding deciding;

    @Inject Approvals approvals;

    @Inject GrantingGestures granting;

    @Inject ReplacingGestures replacing;

    @Inject Organizations organizations;

    @Inject ApprovalNotifications words;

    /**
     * @param version as the actor has seen it; null: whatever it is
     * @param comment in their own words, or null
     * @throws RefusedException REFUSED when nobody may grant the other kind by now; else as {@link
     *     Deciding#begin}
     */
    @Transactional
    public void accept(UUID id, Integer version, String comment, Actor actor) {
        Deciding.Turn turn = deciding.begin(Action.ACCEPT, id, version, actor);
        Approval approval = turn.approval();
        Offer offer = approval.offer();
        approval.accept(turn.now());
        ApprovalEvent happening =
                new ApprovalEvent("accept", actor.personId(), null, offer.amountMinor(), comment);
        deciding.keep(approval, happening);
        grant(approval, offer);
        words.accepted(approval, turn.routing());
        deciding.note(approval, happening, "accepted");
    }

    private void grant(Approval approval, Offer offer) {
        Money amount = Money.of(offer.amountMinor(), organizations.current().company().currency());
        if (offer.kind() == null) {
            granting.grant(approval.id(), amount, offer.by().byId());
            return;
        }
        UUID replacement = UUID.randomUUID();
        replacing.replace(approval.id(), replacement, offer.kind(), amount, offer.by().byId());
        approvals.replaced(approval.id(), replacement);
    }
}
