package app.leeway.loyalty;

import app.leeway.organization.CompanyRevision;
import app.leeway.organization.Organizations;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Each night, when most sleep, the facts are brought up to date. */
@ApplicationScoped
class FactTimer {

    private static final Logger LOG = Logger.getLogger(FactTimer.class.getName());
    private static final int HOUR = 3;

    @Resource ManagedScheduledExecutorService executor;

    @Inject CompanyRevision revision;
    @Inject Organizations organizations;
    @Inject FactRuns runs;
    @Inject RefreshingFacts refreshing;
    @Inject Clock clock;

    private ScheduledFuture<?> timer;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        timer = executor.scheduleWithFixedDelay(this::look, 10, 10, TimeUnit.MINUTES);
    }

    private void look() {
        try {
            if (revision.current() > 0 && isDue()) {
                refreshing.refresh();
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the night's facts could not be made; tried again soon", e);
        }
    }

    /** The night has come, and nobody has made them since. */
    private boolean isDue() {
        ZonedDateTime now = clock.instant().atZone(organizations.current().company().zone());
        ZonedDateTime night = now.toLocalDate().atStartOfDay(now.getZone()).withHour(HOUR);
        return !now.isBefore(night)
                && runs.latest().map(run -> run.begunAt().isBefore(night.toInstant())).orElse(true);
    }

    @PreDestroy
    void stop() {
        timer.cancel(false);
    }
}
