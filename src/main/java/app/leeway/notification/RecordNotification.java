package app.leeway.notification;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Map;

/** What auditors are told of the record. */
enum RecordNotification implements NotificationType {
    /** Its head was signed; told in full, because it proves something only where it is kept. */
    SIGNED;

    static final String STATEMENT = "statement";
    static final String SIGNATURE = "signature";

    @Override
    public String code() {
        return "record.signed";
    }

    @Override
    public String link(String key) {
        return "/index.xhtml";
    }

    @Override
    public Map<String, Placeholder> placeholders() {
        return Map.of(
                "seq", Placeholder.TEXT, STATEMENT, Placeholder.TEXT, SIGNATURE, Placeholder.TEXT);
    }

    @Override
    public String enclosure(Map<String, String> facts) {
        return facts.get(STATEMENT) + "signature: " + facts.get(SIGNATURE) + "\n\n";
    }

    @Dependent
    static class Source implements NotificationSource {
        @Override
        public List<RecordNotification> types() {
            return List.of(values());
        }
    }
}
