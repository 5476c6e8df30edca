package app.leeway.gesture.web;

import app.leeway.gesture.GesturesChanged;
import app.leeway.organization.Organization;
import app.leeway.organization.Organizations;
import app.leeway.organization.Person;
import app.leeway.organization.Role;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Tells the open pages of those who may see it that something has changed, and nothing else: the
 * page fetches.
 *
 * <p>Design notice: after the commit there is no transaction in which to ask who may see it, so
 * another thread does both. News that gets lost costs half a minute: a poll stands behind it, also
 * for what another server committed.
 */
@ApplicationScoped
public class GestureNews {

    private static final String CHANGED = "changed";

    @Inject
    @Push(channel = "gestures")
    PushContext pages;

    @Inject Organizations organizations;

    @Resource ManagedExecutorService executor;

    void hear(@Observes(during = TransactionPhase.AFTER_SUCCESS) GesturesChanged changed) {
        executor.execute(() -> tell(changed));
    }

    private void tell(GesturesChanged changed) {
        Organization organization = organizations.current();
        List<String> users =
                organization.people().stream()
                        .filter(person -> mayKnow(person, changed, organization))
                        .map(Person::user)
                        .toList();
        pages.send(CHANGED, users);
    }

    private static boolean mayKnow(
            Person person, GesturesChanged changed, Organization organization) {
        return changed.givers().contains(person.id())
                || person.roles().contains(Role.AUDITOR)
                || (person.roles().contains(Role.MANAGER) || person.roles().contains(Role.LEADER))
                        && changed.places().stream()
                                .anyMatch(place -> organization.holds(person.at(), place));
    }
}
