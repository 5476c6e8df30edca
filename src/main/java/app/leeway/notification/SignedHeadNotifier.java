package app.leeway.notification;

import app.leeway.audit.HeadSigned;
import app.leeway.audit.SignedHead;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The head of the day goes to every auditor who has given an address for mail: it proves something
 * only where it lies outside of this house. There is nothing of anybody in it.
 */
@ApplicationScoped
class SignedHeadNotifier {

    private static final String WITH_MAIL =
            "SELECT p.id FROM person p JOIN person_role r ON r.person_id = p.id"
                    + " JOIN telling_choice c ON c.person_id = p.id"
                    + " WHERE p.active AND r.role = 'auditor' AND c.mail_to IS NOT NULL";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

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
        List<Long> people = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(WITH_MAIL);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                people.add(row.getLong(1));
            }
            return people;
        } catch (SQLException e) {
            throw new IllegalStateException("the auditors could not be read", e);
        }
    }
}
