package app.leeway.webhook;

import app.leeway.shared.jobs.Job;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks every second for what the record has got, and calls whom it concerns. */
@ApplicationScoped
class DueWebhooks {

    private static final Logger LOG = Logger.getLogger(DueWebhooks.class.getName());
    private static final int CALLED_AT_ONCE = 8;

    @Resource ManagedExecutorService executor;

    @Inject WebhookFanOut fanOut;
    @Inject WebhookDispatcher dispatcher;

    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();

    @Produces
    Job calls() {
        return Job.every(Duration.ofSeconds(1), "serve webhooks", this::callAll)
                .startingAfter(Duration.ofSeconds(2));
    }

    @Produces
    Job retention() {
        return Job.every(Duration.ofHours(1), "forget old deliveries", fanOut::tidyUp)
                .startingAfter(Duration.ofMinutes(5));
    }

    /** One slow receiver keeps one of a few threads, never the others waiting. */
    private void callAll() {
        fanOut.fanOut();
        for (UUID webhook : fanOut.due()) {
            if (busy.size() < CALLED_AT_ONCE && busy.add(webhook)) {
                executor.execute(() -> call(webhook));
            }
        }
    }

    private void call(UUID webhook) {
        try {
            dispatcher.callAll(webhook);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "webhook " + webhook + " could not be served", e);
        } finally {
            busy.remove(webhook);
        }
    }
}
