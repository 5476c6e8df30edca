package app.leeway.intake;

import app.leeway.shared.jdbc.RecordMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.InputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

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

    private static final String BEGIN =
            """
            INSERT INTO kept_file (id, kind, by_person, due_at)
            VALUES (:id, :kind, :by, now() + make_interval(secs => :seconds))
            """;
    private static final String ADD =
            """
            WITH file AS (
                UPDATE kept_file
                   SET bytes = :bytes, due_at = now() + make_interval(secs => :seconds)
                 WHERE id = :id RETURNING id)
            INSERT INTO file_chunk (file_id, number, packed) SELECT id, :number, :packed FROM file
            """;
    private static final String CLAIM_ONE =
            """
            UPDATE kept_file
               SET claim = :claim, tries = tries + CASE WHEN claim IS NULL THEN 0 ELSE 1 END,
                   due_at = now() + make_interval(secs => :seconds)
             WHERE id = (SELECT id FROM kept_file WHERE whole AND due_at <= now()
                          ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, kind, claim, by_person AS by, bytes, position, line, tries
            """;
    private static final String RENEW =
            """
            UPDATE kept_file SET due_at = now() + make_interval(secs => :seconds)
             WHERE id IN (SELECT id FROM kept_file
                           WHERE claim = ANY (:claims) FOR UPDATE SKIP LOCKED)
            """;
    private static final String RELEASE =
            "UPDATE kept_file SET claim = NULL, due_at = now() WHERE claim = ANY (:claims)";
    private static final String TRY_AGAIN =
            """
            UPDATE kept_file
               SET claim = NULL, due_at = now() + make_interval(secs => :seconds),
                   tries = greatest(1, tries + :more)
             WHERE id = :id AND claim = :claim
            """;
    private static final String ADVANCE =
            """
            UPDATE kept_file
               SET position = :reached, line = :lastLine, tries = 0,
                   due_at = now() + make_interval(secs => :seconds)
             WHERE id = :id AND claim = :claim
            """;
    private static final String HOLD =
            """
            UPDATE kept_file SET due_at = now() + make_interval(secs => :seconds)
             WHERE id = :id AND claim = :claim
            """;
    private static final String END = "DELETE FROM kept_file WHERE id = :id AND claim = :claim";
    private static final String CHUNK =
            "SELECT packed FROM file_chunk WHERE file_id = :id AND number = :number";

    @Inject Jdbi jdbi;

    /** An upload begins. */
    @Transactional(TxType.REQUIRES_NEW)
    void begin(UUID id, String kind, long by) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(BEGIN)
                                .bind("id", id)
                                .bind("kind", kind)
                                .bind("by", by)
                                .bind("seconds", UPLOAD.toSeconds())
                                .execute());
    }

    /** How much lies here, of all files together, as it came. */
    @Transactional(TxType.REQUIRES_NEW)
    long bytesOfAll() {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery("SELECT coalesce(sum(bytes), 0)::bigint FROM kept_file")
                                .mapTo(Long.class)
                                .one());
    }

    /**
     * Keeps one more chunk.
     *
     * @param bytes how long the file is with it
     */
    @Transactional(TxType.REQUIRES_NEW)
    void add(UUID id, int number, byte[] packed, long bytes) {
        int added =
                jdbi.withHandle(
                        handle ->
                                handle.createUpdate(ADD)
                                        .bind("bytes", bytes)
                                        .bind("seconds", UPLOAD.toSeconds())
                                        .bind("id", id)
                                        .bind("number", number)
                                        .bind("packed", packed)
                                        .execute());
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
        jdbi.useHandle(
                handle ->
                        handle.execute(
                                "UPDATE kept_file SET whole = true, due_at = now() WHERE id = ?",
                                id));
    }

    /** An upload that broke off. */
    @Transactional(TxType.REQUIRES_NEW)
    void forget(UUID id) {
        jdbi.useHandle(
                handle -> handle.execute("DELETE FROM kept_file WHERE id = ? AND NOT whole", id));
    }

    /** Uploads whose server died. */
    @Transactional(TxType.REQUIRES_NEW)
    void sweep() {
        jdbi.useHandle(
                handle ->
                        handle.execute("DELETE FROM kept_file WHERE NOT whole AND due_at < now()"));
    }

    /** The file that has waited longest, for whoever asks; empty when none waits. */
    @Transactional(TxType.REQUIRES_NEW)
    Optional<KeptFile> claim() {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(CLAIM_ONE)
                                .bind("claim", UUID.randomUUID())
                                .bind("seconds", CLAIM.toSeconds())
                                .map(RecordMapper.of(KeptFile.class))
                                .findOne());
    }

    /** Holds these claims for longer; a file that is just being moved on needs none of it. */
    @Transactional(TxType.REQUIRES_NEW)
    void renew(Collection<UUID> claims) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(RENEW)
                                .bind("seconds", CLAIM.toSeconds())
                                .bindArray("claims", UUID.class, claims)
                                .execute());
    }

    /** Lets others read on at once: the server stops. */
    @Transactional(TxType.REQUIRES_NEW)
    void release(Collection<UUID> claims) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(RELEASE)
                                .bindArray("claims", UUID.class, claims)
                                .execute());
    }

    /**
     * Reading broke off, and is tried again.
     *
     * @param counts whether it counts as a try; an outage does not
     */
    @Transactional(TxType.REQUIRES_NEW)
    void tryAgain(KeptFile file, boolean counts, Duration after) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(TRY_AGAIN)
                                .bindMethods(file)
                                .bind("seconds", after.toSeconds())
                                .bind("more", counts ? 1 : 0)
                                .execute());
    }

    /**
     * Everything before this position is dealt with; in the transaction that deals with it.
     *
     * @param line the last one that is
     * @throws ClaimLostException when somebody else reads it by now
     */
    @Transactional(TxType.MANDATORY)
    public void advance(KeptFile file, long position, long line) {
        withClaim(
                file,
                ADVANCE,
                advance ->
                        advance.bind("reached", position)
                                .bind("lastLine", line)
                                .bind("seconds", CLAIM.toSeconds()));
    }

    /**
     * The file is still being read; in the transaction that says how far.
     *
     * @throws ClaimLostException when somebody else reads it by now
     */
    @Transactional(TxType.MANDATORY)
    public void hold(KeptFile file) {
        withClaim(file, HOLD, hold -> hold.bind("seconds", CLAIM.toSeconds()));
    }

    /**
     * Takes the bytes away; in the transaction that says what became of the file.
     *
     * @throws ClaimLostException when somebody else reads it by now
     */
    @Transactional(TxType.MANDATORY)
    public void end(KeptFile file) {
        withClaim(file, END, end -> end);
    }

    /** Does it if the claim holds still. */
    private void withClaim(KeptFile file, String sql, UnaryOperator<Update> bound) {
        int rows =
                jdbi.withHandle(
                        handle ->
                                bound.apply(handle.createUpdate(sql).bindMethods(file)).execute());
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
        return jdbi.withHandle(
                        handle ->
                                handle.createQuery(CHUNK)
                                        .bind("id", id)
                                        .bind("number", number)
                                        .mapTo(byte[].class)
                                        .findOne())
                .map(ChunkPacking::unpack);
    }
}
