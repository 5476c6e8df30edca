package app.leeway.gesture.web;

import app.leeway.gesture.GesturesChanged;
import app.leeway.organization.Organization;
import app.leeway.organization.Organizations;
import app.leeway.organization.Person;
import app.leeway.organization.Role;
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
 * Tells the open pages of those who may see it that something has changed, and nothing else: the
 * page fetches.
 *
 * <p>Design notice: after the commit there is no transaction in which to ask who may see it, so
 * another thread does both; and what comes within a moment is told once, or a busy site would cost
 * as much in news as in gestures. News that gets lost costs half a minute: a poll stands behind it,
 * also for what another server committed.
 */
@ApplicationScoped
public class GestureNews {

    private static final String CHANGED = "changed";
    private static final long MOMENT_MILLIS = 100;

    @Inject
    @Push(channel = "gestures")
    PushContext pages;

    @Inject Organizations organizations;

    @Inject DisabledPeople disabled;

    @Resource ManagedScheduledExecutorService executor;

    private final Set<String> places = new HashSet<>();
    private final Set<Long> givers = new HashSet<>();

    synchronized void hear(
            @Observes(during = TransactionPhase.AFTER_SUCCESS) GesturesChanged changed) {
        if (givers.isEmpty()) {
            executor.schedule(this::tell, MOMENT_MILLIS, TimeUnit.MILLISECONDS);
        }
        places.addAll(changed.places());
        givers.addAll(changed.givers());
    }

    private void tell() {
        Set<String> where;
        Set<Long> whose;
        synchronized (this) {
            where = Set.copyOf(places);
            whose = Set.copyOf(givers);
            places.clear();
            givers.clear();
        }
        Organization organization = organizations.current();
        Set<String> above = new HashSet<>();
        where.forEach(place -> above.addAll(organization.upwards(place)));
        List<String> users =
                organization.people().stream()
                        .filter(person -> whose.contains(person.id()) || oversees(person, above))
                        .filter(person -> !disabled.isDisabled(person))
                        .map(Person::user)
                        .toList();
        pages.send(CHANGED, users);
    }

    /**
     * @param units where it happened, and all above
     */
    private static boolean oversees(Person person, Set<String> units) {
        return person.roles().contains(Role.AUDITOR)
                || (person.roles().contains(Role.MANAGER) || person.roles().contains(Role.LEADER))
                        && units.contains(person.at());
    }
}
