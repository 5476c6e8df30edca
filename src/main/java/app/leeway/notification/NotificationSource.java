package app.leeway.notification;

import java.util.List;

/** A feature that sends notifications; as a bean of its package, it registers their types. */
public interface NotificationSource {

    /** All that it sends. */
    List<? extends NotificationType> types();
}
