package app.leeway.notification;

import app.leeway.audit.HeadSigned;
import app.leeway.audit.SignedHead;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * The head of the day goes to every auditor who has given an address for mail: it proves something
 * only where it lies outside of this house. There is nothing of anybody in it.
 */
@ApplicationScoped
class SignedHeadNotifier {

    private static final String WITH_MAIL =
            """
            SELECT p.id
              FROM person p
              JOIN person_role r ON r.person_id = p.id
              JOIN telling_choice c ON c.person_id = p.id
             WHERE p.active AND r.role = 'auditor' AND c.mail_to IS NOT NULL
            """;

    @Inject Jdbi jdbi;

    @Inject Notifier telling;

    void tell(@Observes HeadSigned signed) {
        SignedHead head = signed.head();
        Map<String, String> facts =
                Map.of(
                        "seq",
                        String.valueOf(head.seq()),
                        RecordNotification.STATEMENT,
                        head.statement(),
                        RecordNotification.SIGNATURE,
                        Base64.getEncoder().encodeToString(head.signature()));
        telling.tell(
                auditors().stream()
                        .map(
                                person ->
                                        new Notification(
                                                person,
                                                RecordNotification.SIGNED,
                                                head.key(),
                                                facts,
                                                false))
                        .toList());
    }

    private List<Long> auditors() {
        return jdbi.withHandle(handle -> handle.createQuery(WITH_MAIL).mapTo(Long.class).list());
    }
}
