package app.leeway.payoff;

import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Somebody brings episodes of their own, to see what the method makes of data they trust. Nothing
 * of the company is read, and nothing is kept.
 */
@ApplicationScoped
public class EstimatingPayoff {

    /** It is work for a processor: more at once would take it from those who log gestures. */
    private static final int AT_ONCE = 1;

    private final Semaphore free = new Semaphore(AT_ONCE);

    @Inject Access access;

    /**
     * @throws RefusedException NOT_ALLOWED for staff and managers; INVALID as {@link Payoff} does;
     *     BUSY while another estimate is made
     */
    public Report estimating(Actor by, List<Episode> episodes, Question question) {
        require(by);
        if (!free.tryAcquire()) {
            throw new RefusedException(
                    Refusal.BUSY, "Another estimate is being made; try again in a moment.");
        }
        try {
            return Payoff.estimate(episodes, question);
        } finally {
            free.release();
        }
    }

    private void require(Actor by) {
        access.require(by, Role.LEADER, Role.STEWARD, Role.AUDITOR, Role.SYSTEM);
    }
}
