package app.leeway.spotcheck;

import app.leeway.notification.NotificationSource;
import app.leeway.notification.NotificationType;
import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What people are told of looks at their gestures. */
enum SpotCheckNotification implements NotificationType {
    /** A gesture was picked by chance. */
    SAMPLED,
    /** The other of the two said something. */
    TALKED;

    @Override
    public String code() {
        return "look." + name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String link(String gesture) {
        return "/gesture/gesture.xhtml?id=" + gesture;
    }

    @Override
    public Map<String, Placeholder> placeholders() {
        return this == TALKED ? Map.of("by", Placeholder.PERSON) : Map.of();
    }

    @Dependent
    static class Source implements NotificationSource {
        @Override
        public List<SpotCheckNotification> types() {
            return List.of(values());
        }
    }
}
