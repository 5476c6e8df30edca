package app.leeway.approval;

import app.leeway.organization.Person;
import app.leeway.shared.RefusedException;
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

/** Looks every minute for managers who are to hear of the day. */
@ApplicationScoped
class DigestTimer {

    private static final Logger LOG = Logger.getLogger(DigestTimer.class.getName());

    @Resource ManagedScheduledExecutorService executor;

    @Inject Digesting digesting;

    private ScheduledFuture<?> timer;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        timer = executor.scheduleWithFixedDelay(this::tellAll, 1, 1, TimeUnit.MINUTES);
    }

    /**
     * A failure is told and tried again a minute later: an exception would end the timer for good.
     */
    private void tellAll() {
        try {
            for (Person manager : digesting.managers()) {
                digesting.tell(manager);
            }
        } catch (RefusedException noCompany) {
            LOG.fine("there is no company yet whose managers could be told");
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "managers were not told of the day; next try in a minute", e);
        }
    }

    @PreDestroy
    void stop() {
        timer.cancel(false);
    }
}
