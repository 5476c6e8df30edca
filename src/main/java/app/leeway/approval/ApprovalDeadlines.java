package app.leeway.approval;

import app.leeway.shared.jdbc.ArrayInsert;
import app.leeway.shared.jdbc.RecordMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;

/**
 * What is to happen by itself, and when.
 *
 * <p>An alarm belongs to one setting of its exception's clock; one of another setting is void. So
 * whoever sets the clock anew need not get hold of those that ring at that very moment.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class ApprovalDeadlines {

    /** What happens. */
    enum What {
        FALLBACK,
        REMINDER,
        ESCALATION;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static What of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Something that is to happen. */
    record Alarm(UUID approvalId, int clock, What what, Instant dueAt) {}

    /** When one rings, by its key. */
    record Due(long id, Instant at) {}

    private static final String NEXT =
            "SELECT id, due_at AS at FROM approval_timer ORDER BY due_at, id LIMIT :limit";
    private static final String TAKE =
            """
            SELECT approval_id, clock, what, due_at FROM approval_timer
             WHERE id = :id AND due_at <= :now FOR UPDATE SKIP LOCKED
            """;
    private static final String CLEAR =
            """
            DELETE FROM approval_timer
             WHERE id IN (SELECT id FROM approval_timer
                           WHERE approval_id = ? FOR UPDATE SKIP LOCKED)
            """;
    private static final String POSTPONE =
            "UPDATE approval_timer SET due_at = :until WHERE id = :id";

    @Inject Jdbi jdbi;

    void set(List<Alarm> alarms) {
        ArrayInsert rows =
                new ArrayInsert(
                        "approval_timer",
                        "approval_id uuid",
                        "clock int",
                        "what text",
                        "due_at timestamptz");
        alarms.forEach(a -> rows.add(a.approvalId(), a.clock(), a.what().code(), a.dueAt()));
        jdbi.useHandle(rows::write);
    }

    /** Takes away those that do not ring at this moment; the others are void by then. */
    void clear(UUID approvalId) {
        jdbi.useHandle(handle -> handle.execute(CLEAR, approvalId));
    }

    /** The next to ring, those whose time has come first. */
    @Transactional(TxType.REQUIRES_NEW)
    List<Due> next(int limit) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(NEXT)
                                .bind("limit", limit)
                                .map(RecordMapper.of(Due.class))
                                .list());
    }

    /**
     * One whose time has come; empty when it has rung, or rings at this moment on another server.
     */
    Optional<Alarm> take(long id, Instant now) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(TAKE)
                                .bind("id", id)
                                .bind("now", now)
                                .map(ApprovalDeadlines::alarm)
                                .findOne());
    }

    private static Alarm alarm(RowView row) {
        return new Alarm(
                row.getColumn("approval_id", UUID.class),
                row.getColumn("clock", Integer.class),
                What.of(row.getColumn("what", String.class)),
                row.getColumn("due_at", Instant.class));
    }

    void delete(long id) {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM approval_timer WHERE id = ?", id));
    }

    /** One that failed rings again later, and the others need not wait for it. */
    @Transactional(TxType.REQUIRES_NEW)
    void postpone(long id, Instant until) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(POSTPONE)
                                .bind("until", until)
                                .bind("id", id)
                                .execute());
    }
}
