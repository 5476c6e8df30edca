package app.leeway.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import javax.sql.DataSource;

/** Walks the whole chain and names the first entry that does not follow from the one before it. */
@ApplicationScoped
public class CheckingTheRecord {

    /**
     * @param checked entries that were read
     * @param firstBroken number of the first entry that was changed, moved or is missing; null when
     *     none is
     */
    public record Check(long checked, Long firstBroken) {

        public boolean ok() {
            return firstBroken == null;
        }
    }

    private static final String ALL =
            "SELECT seq, at, person_id, what, subject, before, after, previous, hash"
                    + " FROM audit_entry WHERE seq <= ? ORDER BY seq";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    /**
     * Design notice: a tail that was cut off together with the head shows only against a head
     * exported before.
     */
    @Transactional
    public Check check() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ALL)) {
            Link recordedHead = recordedHead(connection); // first: the chain grows while it is read
            select.setFetchSize(1000);
            select.setLong(1, recordedHead.seq());
            try (ResultSet rows = select.executeQuery()) {
                return walk(rows, recordedHead);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the record could not be read", e);
        }
    }

    private static Check walk(ResultSet rows, Link recordedHead) throws SQLException {
        Link head = new Link(0, new byte[32]);
        while (rows.next()) {
            Link next =
                    head.followedBy(
                            note(rows), rows.getObject(2, OffsetDateTime.class).toInstant());
            boolean follows =
                    rows.getLong(1) == next.seq()
                            && head.isSealedBy(rows.getBytes(8))
                            && next.isSealedBy(rows.getBytes(9));
            if (!follows) {
                return new Check(head.seq(), next.seq());
            }
            head = next;
        }
        boolean whole = head.seq() == recordedHead.seq() && head.isSealedBy(recordedHead.hash());
        return new Check(head.seq(), whole ? null : head.seq() + 1);
    }

    private static AuditNote note(ResultSet row) throws SQLException {
        return new AuditNote(
                row.getObject(3, Long.class),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7));
    }

    private static Link recordedHead(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT seq, hash FROM audit_head");
                ResultSet row = select.executeQuery()) {
            row.next();
            return new Link(row.getLong(1), row.getBytes(2));
        }
    }
}
