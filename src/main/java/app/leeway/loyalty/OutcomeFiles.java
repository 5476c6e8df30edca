package app.leeway.loyalty;

import app.leeway.intake.KeptFile;
import app.leeway.intake.KeptFiles;
import app.leeway.shared.Rows;
import app.leeway.shared.Violation;
import app.leeway.shared.jdbc.ArrayInsert;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Files of outcomes, how far they are read, and the lines of them that were not taken. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class OutcomeFiles {

    private static final int LATEST = 10;
    private static final int LINE_KEPT = 500;
    private static final String COLUMNS =
            "SELECT f.id, f.name, p.name, f.begun_at, f.ended_at,"
                    + " CASE WHEN w.id IS NULL THEN f.state ELSE 'waiting' END,"
                    + " f.bytes, f.bytes_read, f.added, f.repeated, f.refused, f.problem, f.problem_line"
                    + " FROM outcome_file f LEFT JOIN person p ON p.id = f.by_person"
                    + " LEFT JOIN waiting_file w ON w.id = f.id";

    @Inject Clock clock;
    @Inject KeptFiles kept;

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    /** A line that was not taken. */
    public record RefusedLine(long line, String code, String saidSv, String saidEn, String text) {}

    @Transactional(TxType.MANDATORY)
    void begin(UUID id, String name, long by, long bytes) {
        Rows.update(
                database,
                "INSERT INTO outcome_file (id, name, by_person, begun_at, state, bytes)"
                        + " VALUES (?, ?, ?, ?, 'reading', ?)",
                id,
                name,
                by,
                clock.instant(),
                bytes);
    }

    /** A stream, which never ends and which nobody brought; its name stands for it. */
    UUID open(String name) {
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        Rows.update(
                database,
                "INSERT INTO outcome_file (id, name, begun_at, state, bytes)"
                        + " VALUES (?, ?, ?, 'open', 0) ON CONFLICT (id) DO NOTHING",
                id,
                name,
                clock.instant());
        return id;
    }

    /**
     * So many more lines are taken or not; in the transaction that takes them.
     *
     * @param lines as they came, by their number, of those that were not taken
     */
    @Transactional(TxType.MANDATORY)
    void reached(UUID id, long bytesRead, IngestResult reception, Map<Long, String> lines) {
        try (Connection connection = database.getConnection()) {
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
                String text = lines.getOrDefault(one.position(), "");
                refused.add(
                        id,
                        one.position(),
                        first.code(),
                        keepable(first.said().sv()),
                        keepable(first.said().en()),
                        keepable(text));
            }
            refused.writeNew(connection);
            Rows.update(
                    database,
                    "UPDATE outcome_file SET bytes_read = ?, added = added + ?,"
                            + " repeated = repeated + ?, refused = refused + ? WHERE id = ?",
                    bytesRead,
                    reception.added(),
                    reception.repeated(),
                    reception.refused().size(),
                    id);
        } catch (SQLException e) {
            throw new IllegalStateException("how far a file is could not be kept", e);
        }
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
        Rows.update(
                database,
                "UPDATE outcome_file SET state = 'done', ended_at = ? WHERE id = ?",
                clock.instant(),
                file.id());
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
        Rows.update(
                database,
                "UPDATE outcome_file SET state = 'failed', problem = ?, problem_line = ?,"
                        + " ended_at = ? WHERE id = ?",
                problem,
                line,
                clock.instant(),
                id);
    }

    /** What flows, then the latest files, the newest first. */
    public List<OutcomeFile> latest() {
        String sql = COLUMNS + " ORDER BY f.state = 'open' DESC, f.begun_at DESC LIMIT " + LATEST;
        return Rows.select(database, sql, OutcomeFiles::file);
    }

    public Optional<OutcomeFile> file(UUID id) {
        String sql = COLUMNS + " WHERE f.id = ?";
        return Rows.select(database, sql, OutcomeFiles::file, id).stream().findFirst();
    }

    /**
     * Lines that were not taken, in their order.
     *
     * @param after the last one that is known; 0 for the first
     */
    public List<RefusedLine> refused(UUID id, long after, int most) {
        String sql =
                "SELECT line, code, said_sv, said_en, text FROM outcome_refused"
                        + " WHERE file_id = ? AND line > ? ORDER BY line LIMIT ?";
        return Rows.select(database, sql, OutcomeFiles::line, id, after, most);
    }

    private static RefusedLine line(ResultSet row) throws SQLException {
        return new RefusedLine(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5));
    }

    private static OutcomeFile file(ResultSet row) throws SQLException {
        return new OutcomeFile(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                Rows.instant(row, 4),
                Rows.instant(row, 5),
                OutcomeFile.State.valueOf(row.getString(6).toUpperCase(Locale.ROOT)),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                row.getLong(11),
                row.getString(12),
                row.getObject(13, Long.class));
    }
}
