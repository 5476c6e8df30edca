package app.leeway.gesture;

import app.leeway.notification.NotificationSource;
import app.leeway.notification.NotificationType;
import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Map;

/** What managers are told of late entries. */
enum LateEntryNotification implements NotificationType {
    /** Many from one person on one day. */
    MANY;

    @Override
    public String code() {
        return "gesture.late";
    }

    @Override
    public String link(String gesture) {
        return "/gesture/gestures.xhtml?late=true";
    }

    @Override
    public Map<String, Placeholder> placeholders() {
        return Map.of(
                "who", Placeholder.PERSON,
                "count", Placeholder.TEXT,
                "amount", Placeholder.AMOUNT,
                "place", Placeholder.PLACE);
    }

    @Dependent
    static class Source implements NotificationSource {
        @Override
        public List<LateEntryNotification> types() {
            return List.of(values());
        }
    }
}
