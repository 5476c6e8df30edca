package app.leeway.audit;

import app.leeway.organization.VisibleScope;
import app.leeway.shared.Rows;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

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
            "SELECT e.seq, e.at, e.what, e.subject, e.before, e.after, p.place FROM audit_entry e"
                    + " LEFT JOIN audit_entry_place p ON p.seq = e.seq"
                    + " WHERE e.seq > ? AND e.seq <= ? AND split_part(e.what, '.', 1) = ANY (?)"
                    + " ORDER BY e.seq";

    private static final String MENTIONS =
            "SELECT seq, subject FROM audit_entry WHERE seq > ?"
                    + " AND split_part(what, '.', 1) = ANY (?) ORDER BY seq LIMIT ?";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @Inject AuditSubjects subjects;

    /** The number of the last entry. */
    @Transactional
    public long head() {
        return Rows.select(database, "SELECT seq FROM audit_head", row -> row.getLong(1)).get(0);
    }

    /**
     * Published entries.
     *
     * @param after the number before the first that is wanted
     * @param until the last number that is wanted; no more than it allows are looked through
     */
    @Transactional
    public List<Entry> between(long after, long until) {
        return Rows.select(database, PUBLISHED, this::entry, after, until, subjects.published());
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
        return Rows.select(
                database,
                MENTIONS,
                row -> new Mention(row.getLong(1), row.getString(2)),
                after,
                prefixes,
                limit);
    }

    private Entry entry(ResultSet row) throws SQLException {
        String what = row.getString(3);
        return new Entry(
                row.getLong(1),
                Rows.instant(row, 2),
                what,
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                subjects.of(what));
    }
}
