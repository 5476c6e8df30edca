package app.leeway.notification;

import app.leeway.organization.Actor;
import app.leeway.shared.RefusedException;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Somebody says how they want to be told; it follows them to every device. */
@ApplicationScoped
public class NotificationPreferences {

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){0,8}");
    private static final String CHOSEN =
            "SELECT person_id, push, mail_to, quiet_from, quiet_until, urgent_always, digest_at"
                    + " FROM telling_choice WHERE person_id = ANY(?)";
    private static final String CHOOSE =
            "INSERT INTO telling_choice (person_id, push, mail_to, quiet_from, quiet_until,"
                    + " urgent_always, digest_at) VALUES (?, ?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT (person_id) DO UPDATE SET push = excluded.push,"
                    + " mail_to = excluded.mail_to, quiet_from = excluded.quiet_from,"
                    + " quiet_until = excluded.quiet_until, urgent_always = excluded.urgent_always,"
                    + " digest_at = excluded.digest_at";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    /** What the actor has chosen, or is given until they choose. */
    @Transactional // or the connection stays with the request: see CompanyRevision
    public NotificationChoice chosen(Actor actor) {
        try (Connection connection = database.getConnection()) {
            return of(connection, List.of(actor.personId()))
                    .getOrDefault(actor.personId(), NotificationChoice.USUAL);
        } catch (SQLException e) {
            throw new IllegalStateException("how somebody wants to be told is not known", e);
        }
    }

    /**
     * @param choice the whole of it
     * @throws RefusedException INVALID for an address that is none
     */
    @Transactional
    public NotificationChoice choose(Actor actor, NotificationChoice choice) {
        if (choice.mailTo() != null && !ADDRESS.matcher(choice.mailTo()).matches()) {
            throw RefusedException.invalid(
                    "mailTo",
                    "not-an-address",
                    "mailTo must be an address such as kim@example.org");
        }
        try (Connection connection = database.getConnection();
                PreparedStatement write = connection.prepareStatement(CHOOSE)) {
            write.setLong(1, actor.personId());
            write.setBoolean(2, choice.push());
            write.setString(3, choice.mailTo());
            write.setObject(4, choice.quiet() == null ? null : choice.quiet().from());
            write.setObject(5, choice.quiet() == null ? null : choice.quiet().until());
            write.setBoolean(6, choice.urgentAlways());
            write.setObject(7, choice.digestAt());
            write.executeUpdate();
            return choice;
        } catch (SQLException e) {
            throw new IllegalStateException("how somebody wants to be told was not kept", e);
        }
    }

    /** Of those who have chosen anything. */
    static Map<Long, NotificationChoice> of(Connection connection, Collection<Long> people)
            throws SQLException {
        Map<Long, NotificationChoice> choices = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(CHOSEN)) {
            select.setArray(1, connection.createArrayOf("bigint", people.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    choices.put(row.getLong(1), choice(row));
                }
            }
        }
        return choices;
    }

    private static NotificationChoice choice(ResultSet row) throws SQLException {
        LocalTime from = row.getObject(4, LocalTime.class);
        return new NotificationChoice(
                row.getBoolean(2),
                row.getString(3),
                from == null ? null : new QuietHours(from, row.getObject(5, LocalTime.class)),
                row.getBoolean(6),
                row.getObject(7, LocalTime.class));
    }
}
