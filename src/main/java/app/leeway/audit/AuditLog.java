package app.leeway.audit;

import app.leeway.organization.VisibleScope;
import app.leeway.shared.jdbc.RecordMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;

/**
 * The record read from some place on. Its numbers have no gaps and come in the order of the
 * commits, so whoever remembers the last one they saw misses nothing.
 */
@ApplicationScoped
public class AuditLog {

    /**
     * A published entry.
     *
     * @param seq its number in the record
     * @param before the state before, as JSON, or null
     * @param after the state after, as JSON, or null
     * @param place code of the unit it is about; null where it is about none
     */
    public record Entry(
            long seq,
            Instant at,
            String what,
            String subject,
            String before,
            String after,
            String place,
            AuditSubject about) {

        /** Whether those who see this much of the company hear of it. */
        public boolean isReadable(VisibleScope reach) {
            return about.isReadable(reach, place);
        }
    }

    /** That an entry with this number is about a subject. */
    public record Mention(long seq, String subject) {}

    static final String PUBLISHED =
            """
            SELECT e.seq, e.at, e.what, e.subject, e.before, e.after, p.place
              FROM audit_entry e LEFT JOIN audit_entry_place p ON p.seq = e.seq
             WHERE e.seq > :after AND e.seq <= :until
               AND split_part(e.what, '.', 1) = ANY (:prefixes)
             ORDER BY e.seq
            """;

    private static final String MENTIONS =
            """
            SELECT seq, subject FROM audit_entry
             WHERE seq > :after AND split_part(what, '.', 1) = ANY (:prefixes)
             ORDER BY seq LIMIT :limit
            """;

    @Inject Jdbi jdbi;

    @Inject AuditSubjects subjects;

    /** The number of the last entry. */
    @Transactional
    public long head() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT seq FROM audit_head").mapTo(Long.class).one());
    }

    /**
     * Published entries.
     *
     * @param after the number before the first that is wanted
     * @param until the last number that is wanted; no more than it allows are looked through
     */
    @Transactional
    public List<Entry> between(long after, long until) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(PUBLISHED)
                                .bind("after", after)
                                .bind("until", until)
                                .bindArray("prefixes", String.class, subjects.published())
                                .map(this::entry)
                                .list());
    }

    /** The published entry of a number. */
    @Transactional
    public Optional<Entry> at(long seq) {
        return between(seq - 1, seq).stream().findFirst();
    }

    /**
     * What entries of some kinds are about, published or not.
     *
     * @param after the number before the first that is wanted
     * @param prefixes of their {@link AuditSubject}s
     */
    @Transactional
    public List<Mention> mentions(long after, List<String> prefixes, int limit) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(MENTIONS)
                                .bind("after", after)
                                .bindArray("prefixes", String.class, prefixes)
                                .bind("limit", limit)
                                .map(RecordMapper.of(Mention.class))
                                .list());
    }

    private Entry entry(RowView row) {
        String what = row.getColumn("what", String.class);
        return new Entry(
                row.getColumn("seq", Long.class),
                row.getColumn("at", Instant.class),
                what,
                row.getColumn("subject", String.class),
                row.getColumn("before", String.class),
                row.getColumn("after", String.class),
                row.getColumn("place", String.class),
                subjects.of(what));
    }
}
