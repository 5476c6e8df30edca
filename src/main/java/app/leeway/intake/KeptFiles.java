package app.leeway.intake;

import app.leeway.shared.Rows;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The files that are kept, their bytes, how far they are, and who reads them.
 *
 * <p>Whoever reads a file has claimed it. A claim lapses unless it is renewed, and then another
 * server may claim the file; {@link #advance} and {@link #end} lock the file's row and refuse an
 * older claim, so that a server that was merely slow cannot write once more what another has.
 *
 * <p>Design notice: all times are the database's own, so clocks of servers do not matter.
 */
@ApplicationScoped
public class KeptFiles {

    /** How long a claim holds when it is not renewed: what a file waits for after a kill. */
    static final Duration CLAIM = Duration.ofSeconds(30);

    /** How long a chunk may take to come in: what a broken upload lies about. */
    static final Duration UPLOAD = Duration.ofHours(1);

    private static final String CLAIM_ONE =
            "UPDATE kept_file SET claim = ?, tries = tries + CASE WHEN claim IS NULL THEN 0 ELSE 1 END,"
                    + " due_at = now() + make_interval(secs => ?)"
                    + " WHERE id = (SELECT id FROM kept_file WHERE whole AND due_at <= now()"
                    + " ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)"
                    + " RETURNING id, kind, claim, by_person, bytes, position, line, tries";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    /** An upload begins. */
    @Transactional(TxType.REQUIRES_NEW)
    void begin(UUID id, String kind, long by) {
        Rows.update(
                database,
                "INSERT INTO kept_file (id, kind, by_person, due_at)"
                        + " VALUES (?, ?, ?, now() + make_interval(secs => ?))",
                id,
                kind,
                by,
                UPLOAD.toSeconds());
    }

    /** How much lies here, of all files together, as it came. */
    @Transactional(TxType.REQUIRES_NEW)
    long bytesOfAll() {
        String sql = "SELECT coalesce(sum(bytes), 0) FROM kept_file";
        return Rows.select(database, sql, row -> row.getLong(1)).get(0);
    }

    /**
     * Keeps one more chunk.
     *
     * @param bytes how long the file is with it
     */
    @Transactional(TxType.REQUIRES_NEW)
    void add(UUID id, int number, byte[] packed, long bytes) {
        int added =
                Rows.update(
                        database,
                        "WITH file AS (UPDATE kept_file SET bytes = ?,"
                                + " due_at = now() + make_interval(secs => ?) WHERE id = ? RETURNING id)"
                                + " INSERT INTO file_chunk (file_id, number, packed)"
                                + " SELECT id, ?, ? FROM file",
                        bytes,
                        UPLOAD.toSeconds(),
                        id,
                        number,
                        packed);
        if (added == 0) {
            throw new IllegalStateException("the upload took so long that it was swept away");
        }
    }

    /**
     * The upload is complete, and the file may be read.
     *
     * @param beside what else is written about it, in the same transaction
     */
    @Transactional(TxType.REQUIRES_NEW)
    void complete(UUID id, Runnable beside) {
        beside.run();
        Rows.update(database, "UPDATE kept_file SET whole = true, due_at = now() WHERE id = ?", id);
    }

    /** An upload that broke off. */
    @Transactional(TxType.REQUIRES_NEW)
    void forget(UUID id) {
        Rows.update(database, "DELETE FROM kept_file WHERE id = ? AND NOT whole", id);
    }

    /** Uploads whose server died. */
    @Transactional(TxType.REQUIRES_NEW)
    void sweep() {
        Rows.update(database, "DELETE FROM kept_file WHERE NOT whole AND due_at < now()");
    }

    /** The file that has waited longest, for whoever asks; empty when none waits. */
    @Transactional(TxType.REQUIRES_NEW)
    Optional<KeptFile> claim() {
        return Rows.select(
                        database, CLAIM_ONE, KeptFiles::file, UUID.randomUUID(), CLAIM.toSeconds())
                .stream()
                .findFirst();
    }

    private static KeptFile file(ResultSet row) throws SQLException {
        return new KeptFile(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, UUID.class),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getInt(8));
    }

    /** Holds these claims for longer; a file that is just being moved on needs none of it. */
    @Transactional(TxType.REQUIRES_NEW)
    void renew(Collection<UUID> claims) {
        Rows.update(
                database,
                "UPDATE kept_file SET due_at = now() + make_interval(secs => ?) WHERE id IN"
                        + " (SELECT id FROM kept_file WHERE claim = ANY (?::uuid[])"
                        + " FOR UPDATE SKIP LOCKED)",
                CLAIM.toSeconds(),
                texts(claims));
    }

    /** Lets others read on at once: the server stops. */
    @Transactional(TxType.REQUIRES_NEW)
    void release(Collection<UUID> claims) {
        Rows.update(
                database,
                "UPDATE kept_file SET claim = NULL, due_at = now() WHERE claim = ANY (?::uuid[])",
                texts(claims));
    }

    private static List<String> texts(Collection<UUID> claims) {
        return claims.stream().map(UUID::toString).toList();
    }

    /**
     * Reading broke off, and is tried again.
     *
     * @param counts whether it counts as a try; an outage does not
     */
    @Transactional(TxType.REQUIRES_NEW)
    void tryAgain(KeptFile file, boolean counts, Duration after) {
        Rows.update(
                database,
                "UPDATE kept_file SET claim = NULL, due_at = now() + make_interval(secs => ?),"
                        + " tries = greatest(1, tries + ?) WHERE id = ? AND claim = ?",
                after.toSeconds(),
                counts ? 1 : 0,
                file.id(),
                file.claim());
    }

    /**
     * Everything before this position is dealt with; in the transaction that deals with it.
     *
     * @param line the last one that is
     * @throws ClaimLostException when somebody else reads it by now
     */
    @Transactional(TxType.MANDATORY)
    public void advance(KeptFile file, long position, long line) {
        int moved =
                Rows.update(
                        database,
                        "UPDATE kept_file SET position = ?, line = ?, tries = 0,"
                                + " due_at = now() + make_interval(secs => ?) WHERE id = ? AND claim = ?",
                        position,
                        line,
                        CLAIM.toSeconds(),
                        file.id(),
                        file.claim());
        requireClaim(moved, file);
    }

    /**
     * The file is still being read; in the transaction that says how far.
     *
     * @throws ClaimLostException when somebody else reads it by now
     */
    @Transactional(TxType.MANDATORY)
    public void hold(KeptFile file) {
        int held =
                Rows.update(
                        database,
                        "UPDATE kept_file SET due_at = now() + make_interval(secs => ?)"
                                + " WHERE id = ? AND claim = ?",
                        CLAIM.toSeconds(),
                        file.id(),
                        file.claim());
        requireClaim(held, file);
    }

    /**
     * Takes the bytes away; in the transaction that says what became of the file.
     *
     * @throws ClaimLostException when somebody else reads it by now
     */
    @Transactional(TxType.MANDATORY)
    public void end(KeptFile file) {
        int ended =
                Rows.update(
                        database,
                        "DELETE FROM kept_file WHERE id = ? AND claim = ?",
                        file.id(),
                        file.claim());
        requireClaim(ended, file);
    }

    private static void requireClaim(int rows, KeptFile file) {
        if (rows == 0) {
            throw new ClaimLostException(file.id());
        }
    }

    /**
     * Its bytes.
     *
     * @param from where to begin
     */
    public InputStream bytes(KeptFile file, long from) {
        return new ChunkStream(file.bytes(), from, number -> chunk(file.id(), number));
    }

    private Optional<byte[]> chunk(UUID id, int number) {
        return Rows.select(
                        database,
                        "SELECT packed FROM file_chunk WHERE file_id = ? AND number = ?",
                        row -> ChunkPacking.unpack(row.getBytes(1)),
                        id,
                        number)
                .stream()
                .findFirst();
    }
}
