package app.leeway.absence;

import app.leeway.notification.NotificationSource;
import app.leeway.notification.NotificationType;
import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Map;

/** What people are told of absences. */
enum AbsenceNotification implements NotificationType {
    /** They stand in for somebody. */
    STAND_IN;

    @Override
    public String code() {
        return "absence.stand-in";
    }

    @Override
    public String link(String absence) {
        return "/absence/absence.xhtml";
    }

    @Override
    public Map<String, Placeholder> placeholders() {
        return Map.of(
                "for", Placeholder.PERSON, "from", Placeholder.TEXT, "until", Placeholder.TEXT);
    }

    @Dependent
    static class Source implements NotificationSource {
        @Override
        public List<AbsenceNotification> types() {
            return List.of(values());
        }
    }
}
