package app.leeway.approval;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Wakes when the next alarm is due, and at least each second, since another server, or another
 * request, may have set one that is due before it.
 */
@ApplicationScoped
class DeadlineTimer {

    private static final Logger LOG = Logger.getLogger(DeadlineTimer.class.getName());

    private static final int BATCH = 100;
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofMinutes(1);

    @Resource ManagedScheduledExecutorService executor;

    @Inject ApprovalDeadlines alarms;

    @Inject FiringDeadlines ringing;

    @Inject Clock clock;

    private volatile ScheduledFuture<?> timer;
    private volatile boolean closing;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        sleep(LONGEST_SLEEP);
    }

    private void sleep(Duration time) {
        if (!closing) {
            timer =
                    executor.schedule(
                            this::wake, Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS);
        }
    }

    private void wake() {
        Duration sleep = LONGEST_SLEEP;
        try {
            sleep = ringAll();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "alarms could not be looked for; the next try is at once", e);
        } finally {
            sleep(sleep);
        }
    }

    /** How long there is nothing to do. */
    private Duration ringAll() {
        List<ApprovalDeadlines.Due> next = alarms.next(BATCH);
        Instant now = clock.instant();
        for (ApprovalDeadlines.Due due : next) {
            if (due.at().isAfter(now)) {
                Duration until = Duration.between(now, due.at());
                return until.compareTo(LONGEST_SLEEP) < 0 ? until : LONGEST_SLEEP;
            }
            ring(due.id());
        }
        return next.size() < BATCH ? LONGEST_SLEEP : Duration.ZERO;
    }

    /** One that fails is told, and tried again later. */
    private void ring(long id) {
        try {
            ringing.ring(id);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "alarm " + id + " failed; the next try is in a minute", e);
            alarms.postpone(id, clock.instant().plus(LATER));
        }
    }

    @PreDestroy
    void stop() {
        closing = true;
        if (timer != null) {
            timer.cancel(false);
        }
    }
}
