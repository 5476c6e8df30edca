package app.leeway.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;

/** What the owner of the database can do to the record: the whole chain anew, as if it was so. */
public final class RewrittenRecord {

    private RewrittenRecord() {}

    /**
     * Seals every entry from this one on anew, and moves the head. The triggers that keep the
     * record must be off; the head is taken until the transaction ends.
     *
     * @param seq number of the first entry that was changed
     */
    public static void from(Connection connection, long seq) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.executeQuery("SELECT seq FROM audit_head FOR UPDATE").close();
        }
        ChainedEntry head = new ChainedEntry(0, new byte[32]);
        try (PreparedStatement before =
                connection.prepareStatement("SELECT hash FROM audit_entry WHERE seq = ?")) {
            before.setLong(1, seq - 1);
            try (ResultSet row = before.executeQuery()) {
                if (row.next()) {
                    head = new ChainedEntry(seq - 1, row.getBytes(1));
                }
            }
        }
        rewrite(connection, head);
    }

    private static void rewrite(Connection connection, ChainedEntry before) throws SQLException {
        ChainedEntry head = before;
        try (PreparedStatement entries =
                        connection.prepareStatement(
                                "SELECT at, person_id, what, subject, before, after FROM audit_entry"
                                        + " WHERE seq > ? ORDER BY seq");
                PreparedStatement seal =
                        connection.prepareStatement(
                                "UPDATE audit_entry SET previous = ?, hash = ? WHERE seq = ?");
                PreparedStatement move =
                        connection.prepareStatement("UPDATE audit_head SET seq = ?, hash = ?")) {
            entries.setLong(1, before.seq());
            try (ResultSet row = entries.executeQuery()) {
                while (row.next()) {
                    AuditNote note =
                            new AuditNote(
                                    row.getObject(2, Long.class),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getString(6));
                    ChainedEntry next =
                            head.followedBy(
                                    note, row.getObject(1, OffsetDateTime.class).toInstant());
                    seal.setBytes(1, head.hash());
                    seal.setBytes(2, next.hash());
                    seal.setLong(3, next.seq());
                    seal.addBatch();
                    head = next;
                }
            }
            seal.executeBatch();
            move.setLong(1, head.seq());
            move.setBytes(2, head.hash());
            move.executeUpdate();
        }
    }
}
