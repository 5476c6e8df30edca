package app.leeway.notification;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks every second for notifications that are to leave the app; each channel by itself. */
@ApplicationScoped
class DeliveryTimer {

    private static final Logger LOG = Logger.getLogger(DeliveryTimer.class.getName());

    @Resource ManagedScheduledExecutorService executor;

    @Inject NotificationDispatcher delivering;
    @Inject MailChannel mailing;
    @Inject PushChannel pushing;

    @Inject NotificationRetention forgetting;

    private final List<ScheduledFuture<?>> timers = new ArrayList<>();

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        for (Channel channel : List.of(mailing, pushing)) {
            timers.add(
                    executor.scheduleWithFixedDelay(
                            () -> deliver(channel), 2, 1, TimeUnit.SECONDS));
        }
        timers.add(executor.scheduleWithFixedDelay(this::forget, 10, 60, TimeUnit.MINUTES));
    }

    /**
     * A failure is told and tried again a second later: an exception would end the timer for good.
     */
    private void deliver(Channel channel) {
        try {
            delivering.deliver(channel);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "words could not be sent by " + channel.code(), e);
        }
    }

    private void forget() {
        try {
            forgetting.forget();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "old words could not be forgotten; next try in an hour", e);
        }
    }

    @PreDestroy
    void stop() {
        timers.forEach(timer -> timer.cancel(false));
    }
}
