package app.leeway.customer;

import app.leeway.intake.KeptFile;
import app.leeway.intake.KeptFiles;
import app.leeway.shared.LocalizedText;
import app.leeway.shared.Rows;
import app.leeway.shared.Violation;
import app.leeway.shared.jdbc.ArrayInsert;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Customer files that were brought, how far their imports are, and what is wrong with them. */
@ApplicationScoped
class CustomerFiles {

    /** What is wrong with a file may speak of customers; the record knows what was done. */
    private static final Duration KEPT = Duration.ofDays(7);

    private static final String PROGRESS =
            "SELECT CASE WHEN w.id IS NULL THEN f.state ELSE 'waiting' END, f.done, f.total,"
                    + " f.added, f.changed, f.unchanged"
                    + " FROM customer_file f LEFT JOIN waiting_file w ON w.id = f.id WHERE f.id = ?";

    @Inject Clock clock;
    @Inject KeptFiles kept;

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @Transactional(TxType.MANDATORY)
    void begin(UUID id, long by) {
        Rows.update(
                database,
                "INSERT INTO customer_file (id, by_person, begun_at, state)"
                        + " VALUES (?, ?, ?, 'reading')",
                id,
                by,
                clock.instant());
    }

    /**
     * So many rows are written, but not committed.
     *
     * @param total 0: it is being read
     * @throws app.leeway.intake.ClaimLostException when somebody else reads it by now
     */
    @Transactional(TxType.REQUIRES_NEW)
    void reached(KeptFile file, int done, int total) {
        kept.hold(file);
        Rows.update(
                database,
                "UPDATE customer_file SET state = ?, done = ?, total = ? WHERE id = ?",
                total == 0 ? "reading" : "writing",
                done,
                total,
                file.id());
    }

    /** All of it is in; in the transaction that takes it in. */
    @Transactional(TxType.MANDATORY)
    void done(KeptFile file, ImportedCustomers result) {
        Rows.update(
                database,
                "UPDATE customer_file SET state = 'done', ended_at = ?, done = ?, total = ?,"
                        + " added = ?, changed = ?, unchanged = ? WHERE id = ?",
                clock.instant(),
                result.total(),
                result.total(),
                result.added(),
                result.changed(),
                result.unchanged(),
                file.id());
        kept.end(file);
    }

    /** Nothing was changed, since this is wrong with it. */
    @Transactional(TxType.REQUIRES_NEW)
    void refused(KeptFile file, List<Violation> problems) {
        ArrayInsert rows =
                new ArrayInsert(
                        "customer_file_problem",
                        "file_id uuid",
                        "number int",
                        "field text",
                        "code text",
                        "said_sv text",
                        "said_en text");
        for (int i = 0; i < problems.size(); i++) {
            Violation one = problems.get(i);
            rows.add(
                    file.id(),
                    i,
                    one.field(),
                    one.code(),
                    keepable(one.said().sv()),
                    keepable(one.said().en()));
        }
        try (Connection connection = database.getConnection()) {
            rows.write(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("what is wrong with a file could not be kept", e);
        }
        end(file.id(), "refused");
        kept.end(file);
    }

    /** No text of the database has a NUL. */
    private static String keepable(String said) {
        return said.replace('\0', '\uFFFD');
    }

    /** Nothing was changed, and it is no fault of the file. */
    @Transactional(TxType.MANDATORY)
    void failed(UUID id) {
        end(id, "failed");
    }

    private void end(UUID id, String state) {
        Rows.update(
                database,
                "UPDATE customer_file SET state = ?, ended_at = ?, done = 0, total = 0"
                        + " WHERE id = ?",
                state,
                clock.instant(),
                id);
    }

    @Transactional(TxType.REQUIRES_NEW)
    Optional<ImportProgress> progress(UUID id) {
        return Rows.select(database, PROGRESS, row -> progress(id, row), id).stream().findFirst();
    }

    private ImportProgress progress(UUID id, ResultSet row) throws SQLException {
        ImportProgress.State state =
                ImportProgress.State.valueOf(row.getString(1).toUpperCase(Locale.ROOT));
        return new ImportProgress(
                state,
                row.getInt(2),
                row.getInt(3),
                state == ImportProgress.State.DONE
                        ? new ImportedCustomers(row.getInt(4), row.getInt(5), row.getInt(6))
                        : null,
                state == ImportProgress.State.REFUSED ? problems(id) : List.of());
    }

    private List<Violation> problems(UUID id) {
        return Rows.select(
                database,
                "SELECT field, code, said_sv, said_en FROM customer_file_problem"
                        + " WHERE file_id = ? ORDER BY number",
                row ->
                        new Violation(
                                row.getString(1),
                                row.getString(2),
                                new LocalizedText(row.getString(3), row.getString(4))),
                id);
    }

    @Transactional(TxType.REQUIRES_NEW)
    void tidyUp() {
        Rows.update(
                database,
                "DELETE FROM customer_file WHERE ended_at < ?",
                clock.instant().minus(KEPT));
    }
}
