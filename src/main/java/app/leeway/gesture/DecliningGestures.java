package app.leeway.gesture;

import app.leeway.budget.Posting;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;

/**
 * What waits is not granted, or is no longer asked for: the money is free again. Whether they may
 * is the caller's to know.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class DecliningGestures {

    @Inject GestureTransitions moving;

    /**
     * @param reason why it ended, as a code: {@code declined}, {@code withdrawn}, {@code replaced}
     * @param personId who decided
     * @throws RefusedException NOT_FOUND; WRONG_STATE unless it waits
     */
    public void decline(UUID id, String reason, long personId) {
        GestureRecord gesture = moving.take(id);
        gesture.mustWait();
        moving.move(
                gesture,
                GestureState.RELEASED,
                gesture.cost().minor(),
                moving.draws(gesture).stream()
                        .map(
                                d ->
                                        Posting.unused(
                                                Posting.Type.RELEASE,
                                                d,
                                                id,
                                                personId,
                                                moving.now()))
                        .toList(),
                personId,
                reason);
    }
}
