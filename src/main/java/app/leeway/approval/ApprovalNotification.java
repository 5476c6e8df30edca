package app.leeway.approval;

import static app.leeway.notification.NotificationType.Placeholder.AMOUNT;
import static app.leeway.notification.NotificationType.Placeholder.KIND;
import static app.leeway.notification.NotificationType.Placeholder.PERSON;
import static app.leeway.notification.NotificationType.Placeholder.PLACE;

import app.leeway.notification.NotificationSource;
import app.leeway.notification.NotificationType;
import jakarta.enterprise.context.Dependent;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What requesters and approvers are told of an exception. Each names the requester ({@code who}),
 * the amount, the kind and the place; some name more.
 */
enum ApprovalNotification implements NotificationType {
    ASKED,
    /** As ASKED, to leaders: nobody else may approve. */
    NOBODY,
    APPROVED(Map.of("by", PERSON, "for", PERSON)),
    DECLINED(Map.of("by", PERSON, "for", PERSON)),
    COUNTERED(Map.of("by", PERSON, "for", PERSON, "offered", AMOUNT)),
    ACCEPTED(Map.of("offered", AMOUNT)),
    QUESTIONED(Map.of("by", PERSON)),
    ANSWERED,
    REASSIGNED(Map.of("by", PERSON)),
    WITHDRAWN,
    REMINDED,
    ESCALATED,
    OVERDUE,
    /** Granted in part: {@code now}; the {@code rest} goes on as a request. */
    FELL_BACK(Map.of("now", AMOUNT, "rest", AMOUNT)),
    /** To the other approvers: somebody has answered. */
    TAKEN(Map.of("by", PERSON)),
    UNDONE(Map.of("by", PERSON, "for", PERSON)),
    EXPIRED;

    private final Map<String, Placeholder> placeholders;

    ApprovalNotification() {
        this(Map.of());
    }

    ApprovalNotification(Map<String, Placeholder> more) {
        Map<String, Placeholder> all = new HashMap<>(more);
        all.putAll(Map.of("who", PERSON, "amount", AMOUNT, "kind", KIND, "place", PLACE));
        placeholders = Map.copyOf(all);
    }

    @Override
    public String code() {
        return "approval." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String link(String approval) {
        return "/approval/approval.xhtml?id=" + approval;
    }

    @Override
    public Map<String, Placeholder> placeholders() {
        return placeholders;
    }

    @Dependent
    static class Source implements NotificationSource {
        @Override
        public List<ApprovalNotification> types() {
            return List.of(values());
        }
    }
}
