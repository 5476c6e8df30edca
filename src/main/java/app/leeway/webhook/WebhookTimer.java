package app.leeway.webhook;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks every second for what the record has got, and calls whom it concerns. */
@ApplicationScoped
class WebhookTimer {

    private static final Logger LOG = Logger.getLogger(WebhookTimer.class.getName());
    private static final int CALLED_AT_ONCE = 8;

    @Resource ManagedScheduledExecutorService executor;

    @Inject WebhookFanOut fanning;
    @Inject WebhookDispatcher calling;

    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();
    private ScheduledFuture<?> timer;
    private ScheduledFuture<?> broom;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        timer = executor.scheduleWithFixedDelay(this::look, 2, 1, TimeUnit.SECONDS);
        broom = executor.scheduleWithFixedDelay(this::tidyUp, 5, 60, TimeUnit.MINUTES);
    }

    /** One slow receiver keeps one of a few threads, never the others waiting. */
    private void look() {
        quietly(
                () -> {
                    fanning.fanOut();
                    for (UUID webhook : fanning.due()) {
                        if (busy.size() < CALLED_AT_ONCE && busy.add(webhook)) {
                            executor.execute(() -> call(webhook));
                        }
                    }
                });
    }

    private void call(UUID webhook) {
        try {
            quietly(() -> calling.callAll(webhook));
        } finally {
            busy.remove(webhook);
        }
    }

    private void tidyUp() {
        quietly(fanning::tidyUp);
    }

    /**
     * A failure is told and tried again a second later: an exception would end the timer for good.
     */
    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "webhooks could not be served", e);
        }
    }

    @PreDestroy
    void stop() {
        timer.cancel(false);
        broom.cancel(false);
    }
}
