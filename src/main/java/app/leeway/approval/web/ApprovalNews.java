package app.leeway.approval.web;

import app.leeway.approval.ApprovalsChanged;
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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells the open pages of whoever asked and of those above that an exception has moved on, also
 * where its gesture has not; the page fetches.
 */
@ApplicationScoped
public class ApprovalNews {

    @Inject
    @Push(channel = "gestures")
    PushContext pages;

    @Inject Organizations organizations;

    @Resource ManagedExecutorService executor;

    void hear(@Observes(during = TransactionPhase.AFTER_SUCCESS) ApprovalsChanged changed) {
        executor.execute(() -> tell(changed));
    }

    private void tell(ApprovalsChanged changed) {
        Organization organization = organizations.current();
        Set<String> above = new HashSet<>();
        changed.places().forEach(place -> above.addAll(organization.upwards(place)));
        List<String> users =
                organization.people().stream()
                        .filter(p -> changed.requesters().contains(p.id()) || decides(p, above))
                        .map(Person::user)
                        .toList();
        pages.send("changed", users);
    }

    private static boolean decides(Person person, Set<String> units) {
        return (person.roles().contains(Role.MANAGER) || person.roles().contains(Role.LEADER))
                && units.contains(person.at());
    }
}
