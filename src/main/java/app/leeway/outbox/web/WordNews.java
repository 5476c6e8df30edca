package app.leeway.outbox.web;

import app.leeway.organization.Organization;
import app.leeway.organization.Organizations;
import app.leeway.organization.Person;
import app.leeway.outbox.WordsTold;
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
 * Tells the open pages of those who got a word that something has changed, on the channel that
 * every live page listens to anyway; the page fetches.
 */
@ApplicationScoped
public class WordNews {

    @Inject
    @Push(channel = "gestures")
    PushContext pages;

    @Inject Organizations organizations;

    @Resource ManagedExecutorService executor;

    void hear(@Observes(during = TransactionPhase.AFTER_SUCCESS) WordsTold told) {
        executor.execute(() -> tell(told));
    }

    private void tell(WordsTold told) {
        Organization organization = organizations.current();
        List<String> users =
                told.personIds().stream()
                        .flatMap(id -> organization.person(id).stream())
                        .map(Person::user)
                        .toList();
        pages.send("changed", users);
    }
}
