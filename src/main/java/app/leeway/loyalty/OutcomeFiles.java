package app.leeway.loyalty;

import app.leeway.intake.KeptFile;
import app.leeway.intake.KeptFiles;
import app.leeway.shared.Violation;
import app.leeway.shared.jdbc.ArrayInsert;
import app.leeway.shared.jdbc.RecordMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** Files of outcomes, how far they are read, and the lines of them that were not taken. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class OutcomeFiles {

    private static final int LATEST = 10;
    private static final int LINE_KEPT = 500;
    private static final String SELECT =
            """
            SELECT f.id, f.name, p.name AS by_name, f.begun_at, f.ended_at,
                   CASE WHEN w.id IS NULL THEN f.state ELSE 'waiting' END AS state,
                   f.bytes, f.bytes_read AS read, f.added, f.repeated, f.refused,
                   f.problem, f.problem_line
              FROM outcome_file f
              LEFT JOIN person p ON p.id = f.by_person
              LEFT JOIN waiting_file w ON w.id = f.id
            """;
    private static final String BEGIN =
            """
            INSERT INTO outcome_file (id, name, by_person, begun_at, state, bytes)
            VALUES (:id, :name, :by, :now, 'reading', :bytes)
            """;
    private static final String OPEN =
            """
            INSERT INTO outcome_file (id, name, begun_at, state, bytes)
            VALUES (:id, :name, :now, 'open', 0) ON CONFLICT (id) DO NOTHING
            """;
    private static final String REACHED =
            """
            UPDATE outcome_file
               SET bytes_read = :read, added = added + :added,
                   repeated = repeated + :repeated, refused = refused + :refused
             WHERE id = :id
            """;
    private static final String FAIL =
            """
            UPDATE outcome_file
               SET state = 'failed', problem = :problem, problem_line = :line, ended_at = :now
             WHERE id = :id
            """;
    private static final String REFUSED =
            """
            SELECT line, code, said_sv, said_en, text FROM outcome_refused
             WHERE file_id = :id AND line > :after ORDER BY line LIMIT :most
            """;

    private static final RowMapper<OutcomeFile> FILE = RecordMapper.of(OutcomeFile.class);

    @Inject Clock clock;
    @Inject KeptFiles kept;
    @Inject Jdbi jdbi;

    /** A line that was not taken. */
    public record RefusedLine(long line, String code, String saidSv, String saidEn, String text) {}

    @Transactional(TxType.MANDATORY)
    void begin(UUID id, String name, long by, long bytes) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(BEGIN)
                                .bind("id", id)
                                .bind("name", name)
                                .bind("by", by)
                                .bind("now", clock.instant())
                                .bind("bytes", bytes)
                                .execute());
    }

    /** A stream, which never ends and which nobody brought; its name stands for it. */
    UUID open(String name) {
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(OPEN)
                                .bind("id", id)
                                .bind("name", name)
                                .bind("now", clock.instant())
                                .execute());
        return id;
    }

    /**
     * So many more lines are taken or not; in the transaction that takes them.
     *
     * @param lines as they came, by their number, of those that were not taken
     */
    @Transactional(TxType.MANDATORY)
    void reached(UUID id, long bytesRead, IngestResult reception, Map<Long, String> lines) {
        ArrayInsert refused = refused(id, reception, lines);
        jdbi.useHandle(
                handle -> {
                    refused.writeNew(handle);
                    handle.createUpdate(REACHED)
                            .bind("read", bytesRead)
                            .bind("added", reception.added())
                            .bind("repeated", reception.repeated())
                            .bind("refused", reception.refused().size())
                            .bind("id", id)
                            .execute();
                });
    }

    private static ArrayInsert refused(UUID id, IngestResult reception, Map<Long, String> lines) {
        ArrayInsert refused =
                new ArrayInsert(
                                "outcome_refused",
                                "file_id uuid",
                                "line bigint",
                                "code text",
                                "said_sv text",
                                "said_en text",
                                "text text")
                        .onConflict("DO NOTHING"); // of a stream it may come again
        for (IngestResult.Refused one : reception.refused()) {
            Violation first = one.problems().get(0);
            refused.add(
                    id,
                    one.position(),
                    first.code(),
                    keepable(first.said().sv()),
                    keepable(first.said().en()),
                    keepable(lines.getOrDefault(one.position(), "")));
        }
        return refused;
    }

    /** As the database can keep it: no NUL, no half of a pair of surrogates, not too long. */
    private static String keepable(String text) {
        return new String(
                        text.substring(0, Math.min(text.length(), LINE_KEPT))
                                .getBytes(StandardCharsets.UTF_8), // what is no character: ?
                        StandardCharsets.UTF_8)
                .replace('\0', '\uFFFD');
    }

    /** It was read to its end; its bytes are needed no more. */
    void end(KeptFile file) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        UPDATE outcome_file SET state = 'done', ended_at = :now
                                         WHERE id = :id
                                        """)
                                .bind("now", clock.instant())
                                .bind("id", file.id())
                                .execute());
        kept.end(file);
    }

    /**
     * What was taken stays taken.
     *
     * @param problem a code
     * @param line where, from 1
     */
    @Transactional(TxType.MANDATORY)
    void fail(UUID id, String problem, long line) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(FAIL)
                                .bind("problem", problem)
                                .bind("line", line)
                                .bind("now", clock.instant())
                                .bind("id", id)
                                .execute());
    }

    /** What flows, then the latest files, the newest first. */
    public List<OutcomeFile> latest() {
        String sql = SELECT + " ORDER BY f.state = 'open' DESC, f.begun_at DESC LIMIT " + LATEST;
        return jdbi.withHandle(handle -> handle.createQuery(sql).map(FILE).list());
    }

    public Optional<OutcomeFile> file(UUID id) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(SELECT + " WHERE f.id = :id")
                                .bind("id", id)
                                .map(FILE)
                                .findOne());
    }

    /**
     * Lines that were not taken, in their order.
     *
     * @param after the last one that is known; 0 for the first
     */
    public List<RefusedLine> refused(UUID id, long after, int most) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(REFUSED)
                                .bind("id", id)
                                .bind("after", after)
                                .bind("most", most)
                                .map(RecordMapper.of(RefusedLine.class))
                                .list());
    }
}
