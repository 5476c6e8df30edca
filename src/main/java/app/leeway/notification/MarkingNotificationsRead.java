package app.leeway.notification;

import app.leeway.organization.Actor;
import app.leeway.shared.RefusedException;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Somebody has read what they were told; what has been read does not leave the app any more. */
@ApplicationScoped
public class MarkingNotificationsRead {

    private static final String READ =
            "UPDATE word SET read_at = ? WHERE person_id = ? AND read_at IS NULL"
                    + " AND (?::uuid IS NULL OR id = ?::uuid)";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

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
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(READ)) {
            update.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            update.setLong(2, actor.personId());
            update.setObject(3, id);
            update.setObject(4, id);
            if (update.executeUpdate() > 0) {
                told.fire(new NotificationsSent(Set.of(actor.personId())));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("that it was read could not be kept", e);
        }
    }
}
