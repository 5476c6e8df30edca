package app.leeway.organization;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Whom the identity provider has disabled, as it said a few seconds ago. Without this a page's
 * session would go on for a shift, and a token for five minutes.
 *
 * <p>Design notice: one question for all of them instead of one per person and request, so that it
 * costs the same however many people work. While there is no answer the last one holds: that the
 * identity provider is away must not stop the work.
 */
@ApplicationScoped
public class DisabledPeople {

    private static final Logger LOG = Logger.getLogger(DisabledPeople.class.getName());
    private static final int EVERY_SECONDS = 15;

    private record Disabled(Set<String> subs, Set<String> names) {

        static Disabled of(List<AskingTheRealm.User> users) {
            return new Disabled(
                    users.stream().map(AskingTheRealm.User::sub).collect(Collectors.toSet()),
                    users.stream().map(AskingTheRealm.User::name).collect(Collectors.toSet()));
        }
    }

    @Resource ManagedScheduledExecutorService executor;

    @Inject AskingTheRealm asking;

    private volatile Disabled disabled = Disabled.of(List.of());
    private boolean answered = true;
    private ScheduledFuture<?> timer;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        timer = executor.scheduleWithFixedDelay(this::ask, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    public boolean isDisabled(String sub) {
        return disabled.subs.contains(sub);
    }

    /** For whoever tells people something without their asking. */
    public boolean isDisabled(Person person) {
        return person.sub() == null
                ? disabled.names.contains(person.user())
                : isDisabled(person.sub());
    }

    /** An exception would end the timer for good. */
    private void ask() {
        try {
            disabled = Disabled.of(asking.disabled());
            answered = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | JsonException | IllegalArgumentException e) {
            if (answered) { // said once, not every few seconds
                LOG.log(Level.WARNING, "The realm does not say whom it has disabled", e);
            }
            answered = false;
        }
    }

    @PreDestroy
    void stop() {
        timer.cancel(true);
    }
}
