package app.leeway.absence;

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

/** Looks every other minute for calendars that are due. */
@ApplicationScoped
class CalendarTimer {

    private static final Logger LOG = Logger.getLogger(CalendarTimer.class.getName());

    /** So that slow calendars do not keep the others waiting for ever. */
    private static final int AT_ONCE_MOST = 20;

    @Resource ManagedScheduledExecutorService executor;

    @Inject Calendars calendars;

    private ScheduledFuture<?> timer;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        timer = executor.scheduleWithFixedDelay(this::readDue, 2, 2, TimeUnit.MINUTES);
    }

    private void readDue() {
        try {
            int read = 0;
            while (read < AT_ONCE_MOST && calendars.renewNext()) {
                read++;
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a calendar could not be read; the next try is soon", e);
        }
    }

    @PreDestroy
    void stop() {
        timer.cancel(false);
    }
}
