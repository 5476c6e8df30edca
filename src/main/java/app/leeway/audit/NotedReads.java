package app.leeway.audit;

import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * Reads that stand in the record: of customers by those whose task is neither to serve them nor to
 * manage who does, and every export.
 *
 * <p>One entry for each reader, subject and hour: enough to know who looked, and no flood. It is
 * written in a transaction of its own before anything is given out; what cannot be noted is not
 * given out.
 */
@ApplicationScoped
public class NotedReads {

    private static final String CUSTOMER = "customer.read";
    private static final String EXPORT = "export.made";

    private static final String KNOWN =
            "SELECT subject FROM audit_entry"
                    + " WHERE subject = ANY (?) AND what = ? AND at >= ?"
                    + " AND person_id IS NOT DISTINCT FROM ?";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @Inject AuditTrail trail;

    @Inject Clock clock;

    /** Whether reading of customers is beyond what somebody's task asks for. */
    public static boolean isBeyondTheTaskOf(Actor reader) {
        return reader.is(Role.LEADER) || reader.is(Role.STEWARD) || reader.is(Role.AUDITOR);
    }

    /**
     * Customers, or gestures that name one, were given to somebody; nothing happens where that is
     * their task.
     *
     * @param subjects their ids
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void ofCustomers(Actor reader, Collection<String> subjects) {
        if (isBeyondTheTaskOf(reader)) {
            note(reader.personId(), CUSTOMER, subjects);
        }
    }

    /**
     * Something leaves as a file.
     *
     * @param readerId key of the person; null for a machine
     * @param file its name, and which one where there are several
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void ofExport(Long readerId, String file) {
        note(readerId, EXPORT, List.of(file));
    }

    private void note(Long readerId, String what, Collection<String> subjects) {
        Set<String> news = new TreeSet<>(subjects);
        if (news.isEmpty()) {
            return;
        }
        news.removeAll(known(readerId, what, news));
        trail.append(news.stream().map(s -> new AuditNote(readerId, what, s, null, null)).toList());
    }

    private Set<String> known(Long readerId, String what, Set<String> subjects) {
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(KNOWN)) {
            select.setArray(1, connection.createArrayOf("text", subjects.toArray()));
            select.setString(2, what);
            select.setObject(3, hour.atOffset(ZoneOffset.UTC));
            select.setObject(4, readerId, Types.BIGINT);
            Set<String> known = new TreeSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    known.add(row.getString(1));
                }
            }
            return known;
        } catch (SQLException e) {
            throw new IllegalStateException("what was read could not be looked up", e);
        }
    }
}
