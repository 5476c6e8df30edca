package app.leeway.loyalty;

import app.leeway.shared.ArrayInsert;
import app.leeway.shared.Violation;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
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

    /** A file that nobody has read on for so long has died with its server. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private static final int LATEST = 10;
    private static final int LINE_KEPT = 500;
    private static final String COLUMNS =
            "SELECT f.id, f.name, p.name, f.begun_at, f.ended_at,"
                    + " CASE WHEN f.state = 'reading' AND f.seen_at < ? THEN 'failed' ELSE f.state END,"
                    + " f.bytes, f.bytes_read, f.added, f.repeated, f.refused, f.problem"
                    + " FROM outcome_file f LEFT JOIN person p ON p.id = f.by_person";

    @Inject Clock clock;

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    /** A line that was not taken. */
    public record RefusedLine(long line, String code, String saidSv, String saidEn, String text) {}

    void begin(UUID id, String name, long by, long bytes) {
        update(
                "INSERT INTO outcome_file (id, name, by_person, begun_at, seen_at, state, bytes)"
                        + " VALUES (?, ?, ?, ?, ?, 'reading', ?)",
                id,
                name,
                by,
                now(),
                now(),
                bytes);
    }

    /** A stream, which never ends and which nobody brought; its name stands for it. */
    UUID open(String name) {
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        update(
                "INSERT INTO outcome_file (id, name, begun_at, seen_at, state, bytes)"
                        + " VALUES (?, ?, ?, ?, 'open', 0) ON CONFLICT (id) DO NOTHING",
                id,
                name,
                now(),
                now());
        return id;
    }

    /**
     * So many more lines are taken or not.
     *
     * @param lines as they came, by their number, of those that were not taken
     */
    void reached(UUID id, long bytesRead, Reception reception, Map<Long, String> lines) {
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
            for (Reception.Refused one : reception.refused()) {
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
            update(
                    connection,
                    "UPDATE outcome_file SET bytes_read = ?, added = added + ?,"
                            + " repeated = repeated + ?, refused = refused + ?, seen_at = ? WHERE id = ?",
                    bytesRead,
                    reception.added(),
                    reception.repeated(),
                    reception.refused().size(),
                    now(),
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

    /**
     * @param problem a code; null: it was read to its end
     */
    void end(UUID id, String problem) {
        update(
                "UPDATE outcome_file SET state = ?, problem = ?, ended_at = ? WHERE id = ?",
                problem == null ? "done" : "failed",
                problem,
                now(),
                id);
    }

    /** What flows, then the latest files, the newest first. */
    public List<OutcomeFile> latest() {
        return read(COLUMNS + " ORDER BY f.state = 'open' DESC, f.begun_at DESC LIMIT " + LATEST);
    }

    public Optional<OutcomeFile> file(UUID id) {
        return read(COLUMNS + " WHERE f.id = ?", id).stream().findFirst();
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
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            select.setLong(2, after);
            select.setInt(3, most);
            List<RefusedLine> lines = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lines.add(
                            new RefusedLine(
                                    row.getLong(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5)));
                }
            }
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException("the refused lines could not be read", e);
        }
    }

    private List<OutcomeFile> read(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, now().minus(SILENCE));
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 2, values[i]);
            }
            List<OutcomeFile> files = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    files.add(file(row));
                }
            }
            return files;
        } catch (SQLException e) {
            throw new IllegalStateException("the files of outcomes could not be read", e);
        }
    }

    private static OutcomeFile file(ResultSet row) throws SQLException {
        return new OutcomeFile(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                instant(row, 4),
                instant(row, 5),
                OutcomeFile.State.valueOf(row.getString(6).toUpperCase(Locale.ROOT)),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                row.getLong(11),
                row.getString(12));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private void update(String sql, Object... values) {
        try (Connection connection = database.getConnection()) {
            update(connection, sql, values);
        } catch (SQLException e) {
            throw new IllegalStateException("a file of outcomes could not be followed", e);
        }
    }

    private static void update(Connection connection, String sql, Object... values)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            update.executeUpdate();
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
