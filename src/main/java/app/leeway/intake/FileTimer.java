package app.leeway.intake;

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

/** Looks for files that wait, keeps the claims of this server, and sweeps broken uploads away. */
@ApplicationScoped
class FileTimer {

    private static final Logger LOG = Logger.getLogger(FileTimer.class.getName());

    @Resource ManagedScheduledExecutorService executor;

    @Inject ReadingFiles reading;

    private ScheduledFuture<?> timer;
    private ScheduledFuture<?> broom;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        timer = executor.scheduleWithFixedDelay(() -> quietly(this::look), 3, 3, TimeUnit.SECONDS);
        broom =
                executor.scheduleWithFixedDelay(
                        () -> quietly(reading::tidyUp), 1, 10, TimeUnit.MINUTES);
    }

    private void look() {
        reading.renew();
        reading.look();
    }

    /** What fails is told and tried again: an exception would end the timer for good. */
    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "files that wait could not be looked after", e);
        }
    }

    @PreDestroy
    void stop() {
        timer.cancel(false);
        broom.cancel(false);
        quietly(reading::stop);
    }
}
