package app.leeway.notification;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A notification that somebody was told, as it is kept.
 *
 * @param seq its place among all notifications
 * @param readAt null while nobody has read it
 */
public record StoredNotification(
        long seq,
        UUID id,
        long personId,
        String what,
        String subject,
        Map<String, String> facts,
        boolean urgent,
        Instant at,
        Instant readAt) {

    public boolean isRead() {
        return readAt != null;
    }
}
