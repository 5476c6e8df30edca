package app.leeway.organization.identity;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Asks the identity provider every few seconds who is out. One question that finds no answer does
 * not keep the others from theirs.
 */
@ApplicationScoped
public class RealmWatch {

    private static final Logger LOG = Logger.getLogger(RealmWatch.class.getName());
    private static final int EVERY_SECONDS = 15;

    /** The realm was asked again; fired on the thread that asked. */
    public record Asked() {}

    private interface Reading {
        void read() throws IOException, InterruptedException;
    }

    private static final class Question {
        private final String what;
        private final Reading reading;
        private boolean answered = true;

        Question(String what, Reading reading) {
            this.what = what;
            this.reading = reading;
        }

        /** An exception would end the timer for good. */
        void ask() {
            try {
                reading.read();
                answered = true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException | RuntimeException e) {
                if (answered) { // said once, not every few seconds
                    LOG.log(Level.WARNING, e, () -> "The realm does not say " + what);
                }
                answered = false;
            }
        }
    }

    @Resource ManagedScheduledExecutorService executor;

    @Inject DisabledPeople disabled;
    @Inject EndedSignIns ended;
    @Inject Event<Asked> news;

    private List<Question> questions;
    private ScheduledFuture<?> timer;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        questions =
                List.of(
                        new Question("whom it has disabled", disabled::read),
                        new Question("which sign-ins have ended", ended::read));
        timer = executor.scheduleWithFixedDelay(this::ask, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void ask() {
        questions.forEach(Question::ask);
        try {
            news.fire(new Asked());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "What the realm said could not be followed everywhere", e);
        }
    }

    @PreDestroy
    void stop() {
        timer.cancel(true);
    }
}
