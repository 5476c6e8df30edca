package app.leeway.organization.identity;

import app.leeway.organization.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Set;
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

    private record Disabled(Set<String> subs, Set<String> names) {

        static Disabled of(List<KeycloakAdmin.User> users) {
            return new Disabled(
                    users.stream().map(KeycloakAdmin.User::sub).collect(Collectors.toSet()),
                    users.stream().map(KeycloakAdmin.User::name).collect(Collectors.toSet()));
        }
    }

    @Inject KeycloakAdmin asking;

    private volatile Disabled disabled = Disabled.of(List.of());

    public boolean isDisabled(String sub) {
        return disabled.subs.contains(sub);
    }

    /** For whoever tells people something without their asking. */
    public boolean isDisabled(Person person) {
        return person.sub() == null
                ? disabled.names.contains(person.user())
                : isDisabled(person.sub());
    }

    /**
     * Asks anew.
     *
     * @throws IOException when the realm does not answer, or does not allow the question
     */
    void read() throws IOException, InterruptedException {
        disabled = Disabled.of(asking.disabled());
    }
}
