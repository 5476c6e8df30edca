package app.leeway.audit;

import app.leeway.shared.ArrayInsert;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;

/**
 * The append-only record. Each entry carries the hash of the one before it, so that silent change
 * is detected. Entries are written in the transaction of the change that they tell of; the head of
 * the chain is locked last of all rows, and only until that transaction ends.
 */
@ApplicationScoped
public class AuditTrail {

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @Inject Clock clock;

    @Inject AuditSubjects subjects;

    /**
     * Adds the notes to the end of the chain, in their order.
     *
     * @throws IllegalStateException when one is about a subject that no room registered
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(List<AuditNote> notes) {
        if (notes.isEmpty()) {
            return;
        }
        notes.forEach(note -> subjects.of(note.what()));
        try (Connection connection = database.getConnection()) {
            append(connection, notes, clock.instant().truncatedTo(ChronoUnit.MICROS));
        } catch (SQLException e) {
            throw new IllegalStateException("the record could not be written", e);
        }
    }

    private static void append(Connection connection, List<AuditNote> notes, Instant at)
            throws SQLException {
        ChainedEntry head = head(connection);
        ArrayInsert entries =
                new ArrayInsert(
                        "audit_entry",
                        "seq bigint",
                        "at timestamptz",
                        "person_id bigint",
                        "what text",
                        "subject text",
                        "before text",
                        "after text",
                        "previous bytea",
                        "hash bytea");
        ArrayInsert places = new ArrayInsert("audit_entry_place", "seq bigint", "place text");
        for (AuditNote note : notes) {
            ChainedEntry next = head.followedBy(note, at);
            entries.add(
                    next.seq(),
                    at,
                    note.personId(),
                    note.what(),
                    note.subject(),
                    note.before(),
                    note.after(),
                    head.hash(),
                    next.hash());
            if (note.place() != null) {
                places.add(next.seq(), note.place());
            }
            head = next;
        }
        entries.write(connection);
        places.write(connection);
        try (PreparedStatement move =
                connection.prepareStatement("UPDATE audit_head SET seq = ?, hash = ?")) {
            move.setLong(1, head.seq());
            move.setBytes(2, head.hash());
            move.executeUpdate();
        }
    }

    private static ChainedEntry head(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT seq, hash FROM audit_head FOR UPDATE");
                ResultSet row = select.executeQuery()) {
            row.next();
            return new ChainedEntry(row.getLong(1), row.getBytes(2));
        }
    }
}
