package app.leeway.gesture;

import app.leeway.budget.Posting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Holds whose time is over end by themselves, one at a time, so that nobody waits for the rest. */
@ApplicationScoped
public class ExpiringHolds {

    private static final String NEXT =
            """
            SELECT id FROM gesture
             WHERE state IN ('held', 'awaiting-approval') AND held_until < :now
             ORDER BY held_until LIMIT 1 FOR UPDATE SKIP LOCKED
            """;

    @Inject Jdbi jdbi;

    @Inject GestureTransitions moving;

    /**
     * Expires the hold that should have ended first; false when there is none, or another server
     * has it.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean expireNext() {
        Optional<UUID> next =
                jdbi.withHandle(
                        handle ->
                                handle.createQuery(NEXT)
                                        .bind("now", moving.now())
                                        .mapTo(UUID.class)
                                        .findOne());
        next.ifPresent(this::expire);
        return next.isPresent();
    }

    private void expire(UUID id) {
        GestureRecord gesture = moving.take(id);
        moving.move(
                gesture,
                GestureState.EXPIRED,
                gesture.cost().minor(),
                moving.draws(gesture).stream()
                        .map(d -> Posting.unused(Posting.Type.EXPIRE, d, id, null, moving.now()))
                        .toList(),
                null,
                null);
    }
}
