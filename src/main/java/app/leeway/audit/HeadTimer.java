package app.leeway.audit;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks every minute whether the head of the day has been signed. */
@ApplicationScoped
class HeadTimer {

    private static final Logger LOG = Logger.getLogger(HeadTimer.class.getName());

    @Resource ManagedScheduledExecutorService executor;

    @Inject SigningTheHead signing;

    private ScheduledFuture<?> timer;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        timer = executor.scheduleWithFixedDelay(this::sign, 5, 60, TimeUnit.SECONDS);
    }

    /**
     * A failure is told and tried again a minute later: an exception would end the timer for good.
     */
    private void sign() {
        try {
            signing.signOfTheDay()
                    .ifPresent(
                            head ->
                                    LOG.log(
                                            Level.INFO,
                                            "the head of the record was signed at entry {0}",
                                            String.valueOf(head.seq())));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the head was not signed; next try in a minute", e);
        }
    }

    @PreDestroy
    void stop() {
        timer.cancel(false);
    }
}
