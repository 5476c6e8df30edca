package app.leeway.shared;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.annotation.Gauge;
import org.jdbi.v3.core.Jdbi;

/**
 * Asks the database every few seconds what time it is, and says when this server's own clock is
 * another. While the database does not answer, the time that was learnt goes on.
 */
@ApplicationScoped
public class ClockComparison {

    private static final Logger LOG = Logger.getLogger(ClockComparison.class.getName());

    private static final int PAUSE_SECONDS = 5;

    /** The quickest of several says the most about when it was asked. */
    private static final int READINGS = 3;

    @Inject Jdbi jdbi;

    @Resource ManagedScheduledExecutorService executor;

    @Inject Clocks clocks;

    private final ClockWarning warning = new ClockWarning(LOG::warning, LOG::info);
    private ScheduledFuture<?> timer;

    /** After the schema is there, and before anything is given a time. */
    void start(@Observes @Priority(1) Startup startup) {
        compare();
        timer =
                executor.scheduleWithFixedDelay(
                        this::compare, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    /** As it was found last. */
    public ClockDifference difference() {
        return new ClockDifference(clocks.common().ahead());
    }

    /** The same as a figure for whoever watches the servers. */
    @Gauge(
            name = "leeway_clock_ahead",
            absolute = true,
            unit = MetricUnits.MILLISECONDS,
            description = "How far the server's clock is ahead of the database's")
    public long aheadMillis() {
        return difference().ahead().toMillis();
    }

    private void compare() {
        try {
            learn();
            warning.found(difference());
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "the database did not say what time it is", e);
        }
    }

    private void learn() {
        jdbi.useHandle(
                handle -> {
                    DatabaseClock clock = clocks.common();
                    Instant said = null;
                    long from = 0;
                    long until = Long.MAX_VALUE;
                    for (int reading = 0; reading < READINGS; reading++) {
                        long before = clock.ticks();
                        Instant now =
                                handle.createQuery("SELECT clock_timestamp()")
                                        .mapTo(Instant.class)
                                        .one();
                        long after = clock.ticks();
                        if (after - before < until - from) {
                            said = now;
                            from = before;
                            until = after;
                        }
                    }
                    clock.learn(said, from, until);
                });
    }

    @PreDestroy
    void stop() {
        timer.cancel(false);
    }
}
