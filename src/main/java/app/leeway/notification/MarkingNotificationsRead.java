package app.leeway.notification;

import app.leeway.organization.Actor;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Somebody has read what they were told; what has been read does not leave the app any more. */
@ApplicationScoped
public class MarkingNotificationsRead {

    private static final String READ =
            """
            UPDATE word SET read_at = :now
             WHERE person_id = :person AND read_at IS NULL
               AND (:id::uuid IS NULL OR id = :id::uuid)
            """;

    @Inject Jdbi jdbi;

    @Inject Clock clock;
    @Inject Notifications notifications;
    @Inject Event<NotificationsSent> told;

    /**
     * Once or again: the first time counts.
     *
     * @throws RefusedException NOT_FOUND for a notification of somebody else
     */
    @Transactional
    public StoredNotification read(Actor actor, UUID id) {
        mark(actor, id);
        return notifications.get(actor, id);
    }

    /** All there are. */
    @Transactional
    public void readAll(Actor actor) {
        mark(actor, null);
    }

    private void mark(Actor actor, UUID id) {
        int marked =
                jdbi.withHandle(
                        handle ->
                                handle.createUpdate(READ)
                                        .bind("now", clock.instant())
                                        .bind("person", actor.personId())
                                        .bind("id", id)
                                        .execute());
        if (marked > 0) {
            told.fire(new NotificationsSent(Set.of(actor.personId())));
        }
    }
}
