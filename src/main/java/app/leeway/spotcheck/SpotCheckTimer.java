package app.leeway.spotcheck;

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

/** Looks every minute for what is to be looked at. */
@ApplicationScoped
class SpotCheckTimer {

    private static final Logger LOG = Logger.getLogger(SpotCheckTimer.class.getName());

    @Resource ManagedScheduledExecutorService executor;

    @Inject SpotCheckDraw drawing;

    private ScheduledFuture<?> timer;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        timer = executor.scheduleWithFixedDelay(this::draw, 1, 1, TimeUnit.MINUTES);
    }

    private void draw() {
        try {
            drawing.draw();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "nothing could be drawn; the next try is in a minute", e);
        }
    }

    @PreDestroy
    void stop() {
        timer.cancel(false);
    }
}
