package app.leeway.notification;

import app.leeway.support.Implementations;
import java.util.List;

/** The types of notification that the features register. */
final class RegisteredNotifications {

    static final List<NotificationSource> SOURCES = Implementations.of(NotificationSource.class);

    private RegisteredNotifications() {}

    static List<NotificationType> all() {
        return SOURCES.stream()
                .<NotificationType>flatMap(source -> source.types().stream())
                .toList();
    }

    static NotificationTypes types() {
        NotificationTypes types = new NotificationTypes();
        types.register(SOURCES);
        return types;
    }

    static NotificationText text() {
        NotificationText text = new NotificationText();
        text.types = types();
        return text;
    }
}
