package app.leeway.notification;

import app.leeway.outgoing.Backoff;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;

/**
 * Brings notifications out of the app, after the commit, until each has come through or is given
 * up.
 */
@ApplicationScoped
public class NotificationDispatcher {

    private static final Logger LOG = Logger.getLogger(NotificationDispatcher.class.getName());
    private static final int AT_ONCE = 20;

    /** Some seven hours in all: a mail server that was down over night is up again by then. */
    static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(10), Duration.ofHours(1), 12);

    @Inject NotificationDeliveries sendings;

    private final RandomGenerator chance = RandomGenerator.getDefault();

    /** What is due on this channel now, all of it. */
    void deliver(Channel channel) {
        if (!channel.isOpen()) {
            return;
        }
        List<Claim> due = sendings.take(channel.code(), AT_ONCE);
        while (!due.isEmpty()) {
            send(channel, due);
            due = sendings.take(channel.code(), AT_ONCE);
        }
    }

    /** What fails in a way that nobody thought of is an attempt too, or it would never end. */
    private void send(Channel channel, List<Claim> due) {
        Channel.Fate fate = new Keeping();
        try {
            channel.send(due, fate);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "notifications could not be sent by " + channel.code(), e);
            due.forEach(one -> fate.failed(one, "it failed here: " + e));
        }
    }

    private final class Keeping implements Channel.Fate {
        @Override
        public void sent(Claim due) {
            sendings.sent(due);
        }

        @Override
        public void failed(Claim due, String problem) {
            Optional<Duration> after = BACKOFF.after(due.attempt(), chance);
            if (after.isPresent()) {
                sendings.again(due, after.get(), problem);
            } else {
                sendings.bury(due, problem);
            }
        }

        @Override
        public void refused(Claim due, String problem) {
            sendings.bury(due, problem);
        }
    }
}
