package app.leeway.notification.web;

import app.leeway.notification.NotificationsSent;
import app.leeway.organization.Organization;
import app.leeway.organization.Organizations;
import app.leeway.organization.Person;
import app.leeway.organization.identity.DisabledPeople;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Tells the open pages of those who got a notification that something has changed, on the channel
 * that every live page listens to anyway; the page fetches. What comes within a moment is told
 * once.
 */
@ApplicationScoped
public class NotificationNews {

    private static final long MOMENT_MILLIS = 100;

    @Inject
    @Push(channel = "gestures")
    PushContext pages;

    @Inject Organizations organizations;

    @Inject DisabledPeople disabled;

    @Resource ManagedScheduledExecutorService executor;

    private final Set<Long> people = new HashSet<>();

    synchronized void hear(
            @Observes(during = TransactionPhase.AFTER_SUCCESS) NotificationsSent told) {
        if (people.isEmpty()) {
            executor.schedule(this::tell, MOMENT_MILLIS, TimeUnit.MILLISECONDS);
        }
        people.addAll(told.personIds());
    }

    private void tell() {
        Set<Long> whose;
        synchronized (this) {
            whose = Set.copyOf(people);
            people.clear();
        }
        Organization organization = organizations.current();
        List<String> users =
                whose.stream()
                        .flatMap(id -> organization.person(id).stream())
                        .filter(person -> !disabled.isDisabled(person))
                        .map(Person::user)
                        .toList();
        pages.send("changed", users);
    }
}
