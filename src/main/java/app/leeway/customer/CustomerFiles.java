package app.leeway.customer;

import app.leeway.intake.KeptFile;
import app.leeway.intake.KeptFiles;
import app.leeway.shared.LocalizedText;
import app.leeway.shared.Violation;
import app.leeway.shared.jdbc.ArrayInsert;
import app.leeway.shared.jdbc.RecordMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;

/** Customer files that were brought, how far their imports are, and what is wrong with them. */
@ApplicationScoped
class CustomerFiles {

    /** What is wrong with a file may speak of customers; the record knows what was done. */
    private static final Duration KEPT = Duration.ofDays(7);

    private static final String BEGIN =
            """
            INSERT INTO customer_file (id, by_person, begun_at, state)
            VALUES (:id, :by, :now, 'reading')
            """;
    private static final String REACHED =
            "UPDATE customer_file SET state = :state, done = :done, total = :total WHERE id = :id";
    private static final String DONE =
            """
            UPDATE customer_file
               SET state = 'done', ended_at = :now, done = :total, total = :total,
                   added = :added, changed = :changed, unchanged = :unchanged
             WHERE id = :id
            """;
    private static final String END =
            """
            UPDATE customer_file SET state = :state, ended_at = :now, done = 0, total = 0
             WHERE id = :id
            """;
    private static final String PROGRESS =
            """
            SELECT CASE WHEN w.id IS NULL THEN f.state ELSE 'waiting' END AS state,
                   f.done, f.total, f.added, f.changed, f.unchanged
              FROM customer_file f LEFT JOIN waiting_file w ON w.id = f.id WHERE f.id = :id
            """;
    private static final String PROBLEMS =
            """
            SELECT field, code, said_sv, said_en
              FROM customer_file_problem WHERE file_id = :id ORDER BY number
            """;

    /**
     * @param added null, like the next two, before it is done
     */
    private record Row(
            String state, int done, int total, Integer added, Integer changed, Integer unchanged) {}

    @Inject Jdbi jdbi;
    @Inject Clock clock;
    @Inject KeptFiles kept;

    @Transactional(TxType.MANDATORY)
    void begin(UUID id, long by) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(BEGIN)
                                .bind("id", id)
                                .bind("by", by)
                                .bind("now", clock.instant())
                                .execute());
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
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(REACHED)
                                .bind("state", total == 0 ? "reading" : "writing")
                                .bind("done", done)
                                .bind("total", total)
                                .bind("id", file.id())
                                .execute());
    }

    /** All of it is in; in the transaction that takes it in. */
    @Transactional(TxType.MANDATORY)
    void done(KeptFile file, ImportedCustomers result) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(DONE)
                                .bind("now", clock.instant())
                                .bindMethods(result)
                                .bind("id", file.id())
                                .execute());
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
        jdbi.useHandle(rows::write);
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
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(END)
                                .bind("state", state)
                                .bind("now", clock.instant())
                                .bind("id", id)
                                .execute());
    }

    @Transactional(TxType.REQUIRES_NEW)
    Optional<ImportProgress> progress(UUID id) {
        return jdbi.withHandle(
                        handle ->
                                handle.createQuery(PROGRESS)
                                        .bind("id", id)
                                        .map(RecordMapper.of(Row.class))
                                        .findOne())
                .map(row -> progress(id, row));
    }

    private ImportProgress progress(UUID id, Row row) {
        ImportProgress.State state =
                ImportProgress.State.valueOf(row.state().toUpperCase(Locale.ROOT));
        return new ImportProgress(
                state,
                row.done(),
                row.total(),
                state == ImportProgress.State.DONE
                        ? new ImportedCustomers(row.added(), row.changed(), row.unchanged())
                        : null,
                state == ImportProgress.State.REFUSED ? problems(id) : List.of());
    }

    private List<Violation> problems(UUID id) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(PROBLEMS)
                                .bind("id", id)
                                .map(CustomerFiles::problem)
                                .list());
    }

    private static Violation problem(RowView row) {
        return new Violation(
                row.getColumn("field", String.class),
                row.getColumn("code", String.class),
                new LocalizedText(
                        row.getColumn("said_sv", String.class),
                        row.getColumn("said_en", String.class)));
    }

    @Transactional(TxType.REQUIRES_NEW)
    void tidyUp() {
        jdbi.useHandle(
                handle ->
                        handle.execute(
                                "DELETE FROM customer_file WHERE ended_at < ?",
                                clock.instant().minus(KEPT)));
    }
}
