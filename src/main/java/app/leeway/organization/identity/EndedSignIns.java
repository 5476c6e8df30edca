package app.leeway.organization.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which sign-ins the identity provider has ended, as it said a few seconds ago: by a sign-out
 * there, by taking away a role or a group, by deleting the user. A token older than that is worth
 * nothing here; the roles of the next one are those of then.
 *
 * <p>Design notice: the realm is asked what happened, not how each person stands, so that it costs
 * the same however many people work and however many the realm has. Times are compared on the
 * identity provider's clock alone. While there is no answer the last one holds, and the next one
 * goes back to where the last one ended. What the realm does not note as an event (a directory
 * behind it that takes a group away) is seen with the next sign-in.
 */
@ApplicationScoped
public class EndedSignIns {

    /** An event is seen after its time: its transaction has to end first. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    @Inject KeycloakAdmin asking;
    @Inject Clock clock;

    private volatile Endings endings = Endings.none();

    /** Of all events that were read; null before the first. */
    private Instant latest;

    public boolean isOver(SignIn signIn) {
        return endings.include(signIn);
    }

    /**
     * Reads what has happened since.
     *
     * @throws IOException when the realm does not answer, or does not allow the question
     */
    void read() throws IOException, InterruptedException {
        Instant now = clock.instant();
        Instant since = latest == null ? now.minus(Endings.KEPT) : latest.minus(OVERLAP);
        List<JsonObject> byAdministrators = asking.adminEvents(since);
        List<JsonObject> byUsers = asking.userEvents(SignInEnding.USER_EVENTS, since);
        endings =
                endings.with(
                        Stream.concat(
                                        byAdministrators.stream().map(SignInEnding::ofAdminEvent),
                                        byUsers.stream().map(SignInEnding::ofUserEvent))
                                .flatMap(Optional::stream)
                                .toList(),
                        now);
        latest =
                Stream.of(byAdministrators, byUsers)
                        .flatMap(List::stream)
                        .map(SignInEnding::time)
                        .max(Instant::compareTo)
                        .orElse(latest);
    }
}
