package app.leeway.gesture;

import app.leeway.shared.jobs.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What gestures need done without a request. */
@ApplicationScoped
class GestureJobs {

    private static final Logger LOG = Logger.getLogger(GestureJobs.class.getName());
    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Produces
    Job holds(ExpiringHolds holds) {
        return Job.every(PAUSE, "expire holds", () -> expireAll(holds));
    }

    private static void expireAll(ExpiringHolds holds) {
        int expired = 0;
        while (holds.expireNext()) {
            expired++;
        }
        if (expired > 0) {
            LOG.log(Level.INFO, "{0} holds have expired", expired);
        }
    }

    /** Periods that are over are not asked about any more. */
    @Produces
    Job totals(RunningTotals totals, Clock clock) {
        return Job.every(PAUSE, "forget running totals", () -> totals.forgetEnded(clock.instant()));
    }
}
