package app.leeway.payoff;

import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Somebody brings episodes of their own, to see what the method makes of data they trust. Nothing
 * of the company is read, and nothing is kept.
 */
@ApplicationScoped
public class EstimatingPayoff {

    /** It is work and memory: more at once would take both from those who log gestures. */
    private static final int AT_ONCE = 1;

    private final Semaphore free = new Semaphore(AT_ONCE);

    @Inject Access access;

    /**
     * @param work reads the episodes and makes the report; not begun before the caller may, and
     *     while nobody else's is under way, for what is read is large
     * @throws RefusedException NOT_ALLOWED for staff and managers; BUSY while another estimate is
     *     read or made
     */
    public <T> T estimate(Actor by, Supplier<T> work) {
        require(by);
        if (!free.tryAcquire()) {
            throw new RefusedException(
                    Refusal.BUSY, "Another estimate is being made; try again in a moment.");
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    private void require(Actor by) {
        access.require(by, Role.LEADER, Role.STEWARD, Role.AUDITOR, Role.SYSTEM);
    }
}
