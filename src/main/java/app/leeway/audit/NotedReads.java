package app.leeway.audit;

import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;

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
            """
            SELECT subject FROM audit_entry
             WHERE subject = ANY (:subjects) AND what = :what AND at >= :since
               AND person_id IS NOT DISTINCT FROM :reader
            """;

    @Inject Jdbi jdbi;

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
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(KNOWN)
                                .bindArray("subjects", String.class, subjects)
                                .bind("what", what)
                                .bind("since", hour)
                                .bind("reader", readerId)
                                .mapTo(String.class)
                                .set());
    }
}
