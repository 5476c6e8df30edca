package app.leeway.gesture;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks every minute for holds whose time is over, and for tallies that nobody asks for any more.
 */
@ApplicationScoped
class HoldTimer {

    private static final Logger LOG = Logger.getLogger(HoldTimer.class.getName());

    @Resource ManagedScheduledExecutorService executor;

    @Inject ExpiringHolds expiring;

    @Inject RunningTotals tallies;

    @Inject Clock clock;

    private ScheduledFuture<?> timer;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        timer = executor.scheduleWithFixedDelay(this::expireAll, 1, 1, TimeUnit.MINUTES);
    }

    /**
     * A failure is told and tried again a minute later: an exception would end the timer for good.
     */
    private void expireAll() {
        try {
            int expired = 0;
            while (expiring.expireNext()) {
                expired++;
            }
            if (expired > 0) {
                LOG.log(Level.INFO, "{0} holds have expired", expired);
            }
            tallies.forgetEnded(clock.instant());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "holds could not be expired; the next try is in a minute", e);
        }
    }

    @PreDestroy
    void stop() {
        timer.cancel(false);
    }
}
