package app.leeway.notification;

import app.leeway.shared.jobs.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;

/** What notifications need done without a request; each channel by itself. */
@ApplicationScoped
class NotificationJobs {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Produces
    Job mail(NotificationDispatcher dispatcher, MailChannel mail) {
        return delivery(dispatcher, mail);
    }

    @Produces
    Job push(NotificationDispatcher dispatcher, PushChannel push) {
        return delivery(dispatcher, push);
    }

    private static Job delivery(NotificationDispatcher dispatcher, Channel channel) {
        return Job.every(
                        PAUSE,
                        "deliver notifications by " + channel.code(),
                        () -> dispatcher.deliver(channel))
                .startingAfter(PAUSE.multipliedBy(2));
    }

    @Produces
    Job retention(NotificationRetention retention) {
        return Job.every(Duration.ofHours(1), "forget old notifications", retention::forget)
                .startingAfter(Duration.ofMinutes(10));
    }
}
