package app.leeway.spotcheck;

import app.leeway.organization.Actor;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Somebody looked, and would have done the same. */
@ApplicationScoped
public class EndorsingSpotChecks {

    @Inject SpotCheckInbox inbox;

    /**
     * @throws RefusedException NOT_FOUND, NOT_ALLOWED, WRONG_STATE
     */
    @Transactional
    public SpotCheck endorse(Actor actor, UUID id) {
        return inbox.take(
                actor,
                id,
                turn -> {
                    inbox.mustLook(actor, turn.spotCheck());
                    turn.store().save(id, SpotCheck.State.ENDORSED, actor.personId(), turn.now());
                    inbox.note(actor, turn.spotCheck(), "endorsed", null);
                });
    }
}
