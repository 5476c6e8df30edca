package app.leeway.handover;

import app.leeway.organization.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** The notes of a place. */
@ApplicationScoped
public class HandoverNotes {

    @Inject HandoverStore store;

    /** Those left where the actor works, the newest first. */
    @Transactional
    public List<HandoverNote> ofMyPlace(Actor actor) {
        return store.at(actor.at());
    }

    /** How many were forgotten. */
    @Transactional
    public int forgetBefore(Instant time) {
        return store.forgetBefore(time);
    }
}
