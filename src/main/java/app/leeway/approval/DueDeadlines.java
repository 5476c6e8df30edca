package app.leeway.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Fires the deadlines whose time has come, each in a transaction of its own. */
@ApplicationScoped
class DueDeadlines {

    private static final Logger LOG = Logger.getLogger(DueDeadlines.class.getName());

    private static final int BATCH = 100;
    private static final Duration LATER = Duration.ofMinutes(1);
    private static final Duration LONG = Duration.ofDays(1);

    @Inject ApprovalDeadlines deadlines;
    @Inject FiringDeadlines firing;
    @Inject Clock clock;

    /** How long there is nothing to do, as far as this server knows. */
    Duration fireAll() {
        List<ApprovalDeadlines.Due> next = deadlines.next(BATCH);
        Instant now = clock.instant();
        for (ApprovalDeadlines.Due due : next) {
            if (due.at().isAfter(now)) {
                return Duration.between(now, due.at());
            }
            fire(due.id());
        }
        return next.size() < BATCH ? LONG : Duration.ZERO;
    }

    /** One that fails is logged and tried again later; the others do not wait for it. */
    private void fire(long id) {
        try {
            firing.ring(id);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "deadline " + id + " failed; the next try is in a minute", e);
            deadlines.postpone(id, clock.instant().plus(LATER));
        }
    }
}
