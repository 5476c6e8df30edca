package app.leeway.spotcheck;

import app.leeway.organization.Actor;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Whoever gave it has seen that it was picked; now others may see it too. */
@ApplicationScoped
public class AcknowledgingSpotChecks {

    @Inject SpotCheckInbox inbox;

    /**
     * @throws RefusedException NOT_FOUND; NOT_ALLOWED for somebody else's
     */
    @Transactional
    public SpotCheck acknowledge(Actor actor, UUID id) {
        return inbox.take(
                actor,
                id,
                turn -> {
                    if (!turn.spotCheck().isOf(actor.personId())) {
                        throw new RefusedException(
                                Refusal.NOT_ALLOWED, "Only whoever gave it sees it first.");
                    }
                    turn.store().seen(id, turn.now());
                });
    }
}
