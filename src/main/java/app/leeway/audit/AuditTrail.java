package app.leeway.audit;

import app.leeway.shared.jdbc.ArrayInsert;
import app.leeway.shared.jdbc.RecordMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * The append-only record. Each entry carries the hash of the one before it, so that silent change
 * is detected. Entries are written in the transaction of the change that they tell of; the head of
 * the chain is locked last of all rows, and only until that transaction ends.
 */
@ApplicationScoped
public class AuditTrail {

    static final RowMapper<ChainedEntry> HEAD = RecordMapper.of(ChainedEntry.class);

    @Inject Jdbi jdbi;
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
        jdbi.useHandle(
                handle -> append(handle, notes, clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    private static void append(Handle handle, List<AuditNote> notes, Instant at) {
        ChainedEntry head = head(handle);
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
        entries.write(handle);
        places.write(handle);
        handle.createUpdate("UPDATE audit_head SET seq = :seq, hash = :hash")
                .bind("seq", head.seq())
                .bind("hash", head.hash())
                .execute();
    }

    private static ChainedEntry head(Handle handle) {
        return handle.createQuery("SELECT seq, hash FROM audit_head FOR UPDATE").map(HEAD).one();
    }
}
