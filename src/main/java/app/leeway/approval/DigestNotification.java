package app.leeway.approval;

import app.leeway.notification.NotificationSource;
import app.leeway.notification.NotificationType;
import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Map;

/** The daily summary for managers. */
enum DigestNotification implements NotificationType {
    /** How many gestures they are told of afterwards, and what these come to. */
    TOLD_AFTERWARDS;

    @Override
    public String code() {
        return "gesture.digest";
    }

    @Override
    public String link(String until) {
        return "/gesture/gestures.xhtml?outcome=GO_AND_TELL";
    }

    @Override
    public Map<String, Placeholder> placeholders() {
        return Map.of("count", Placeholder.TEXT, "amount", Placeholder.AMOUNT);
    }

    @Dependent
    static class Source implements NotificationSource {
        @Override
        public List<DigestNotification> types() {
            return List.of(values());
        }
    }
}
