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

    @Inject SpotCheckInbox looking;

    /**
     * @throws RefusedException NOT_FOUND, NOT_ALLOWED, WRONG_STATE
     */
    @Transactional
    public SpotCheck endorse(Actor actor, UUID id) {
        return looking.take(
                actor,
                id,
                turn -> {
                    looking.mustLook(actor, turn.look());
                    turn.store().save(id, SpotCheck.State.ENDORSED, actor.personId(), turn.now());
                    looking.note(actor, turn.look(), "endorsed", null);
                });
    }
}
