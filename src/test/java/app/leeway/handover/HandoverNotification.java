package app.leeway.handover;

import app.leeway.notification.NotificationSource;
import app.leeway.notification.NotificationType;
import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Map;

/** What people are told of handover notes. */
enum HandoverNotification implements NotificationType {
    /** Managers of the place: one was left. */
    LEFT;

    @Override
    public String code() {
        return "handover.left";
    }

    @Override
    public String link(String note) {
        return "/handover/notes.xhtml";
    }

    @Override
    public Map<String, Placeholder> placeholders() {
        return Map.of("who", Placeholder.PERSON, "place", Placeholder.PLACE);
    }

    @Dependent
    static class Source implements NotificationSource {
        @Override
        public List<HandoverNotification> types() {
            return List.of(values());
        }
    }
}
