package app.leeway.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The record read from some place on. Its numbers have no gaps and come in the order of the
 * commits, so whoever remembers the last one they saw misses nothing.
 */
@ApplicationScoped
public class ReadingTheRecord {

    /**
     * What happened to a gesture or its approval.
     *
     * @param seq its number in the record
     * @param before the state before, as JSON, or null
     * @param after the state after, as JSON, or null
     * @param place code of the unit where the gesture was given; null where the record does not say
     */
    public record Entry(
            long seq,
            Instant at,
            String what,
            String subject,
            String before,
            String after,
            String place) {}

    private static final String ENTRIES =
            "SELECT e.seq, e.at, e.what, e.subject, e.before, e.after,"
                    + " (SELECT f.after::jsonb ->> 'place' FROM audit_entry f"
                    + " WHERE f.subject = e.subject AND f.what LIKE 'gesture.%'"
                    + " AND f.after LIKE '%\"place\"%' ORDER BY f.seq LIMIT 1)"
                    + " FROM audit_entry e"
                    + " WHERE (e.what LIKE 'gesture.%' OR e.what LIKE 'approval.%') AND ";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    /** The number of the last entry. */
    @Transactional
    public long head() {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT seq FROM audit_head");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the record could not be read", e);
        }
    }

    /**
     * Entries about gestures and approvals.
     *
     * @param after the number before the first that is wanted
     * @param until the last number that is wanted; no more than it allows are looked through
     */
    @Transactional
    public List<Entry> between(long after, long until) {
        return read("e.seq > ? AND e.seq <= ? ORDER BY e.seq", after, until);
    }

    /** One about a gesture or an approval. */
    @Transactional
    public Optional<Entry> at(long seq) {
        return read("e.seq = ?", seq).stream().findFirst();
    }

    private List<Entry> read(String where, long... values) {
        List<Entry> entries = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ENTRIES + where)) {
            for (int i = 0; i < values.length; i++) {
                select.setLong(i + 1, values[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries.add(entry(row));
                }
            }
            return entries;
        } catch (SQLException e) {
            throw new IllegalStateException("the record could not be read", e);
        }
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7));
    }
}
