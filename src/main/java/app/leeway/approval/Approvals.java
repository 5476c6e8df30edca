package app.leeway.approval;

import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import app.leeway.shared.jdbc.ArrayInsert;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/**
 * Where exceptions are kept.
 *
 * <p>Design notice: the lock of an exception is the row of its gesture. A gesture may end by
 * another door, which takes that row first and follows up here; were the exception's own row a lock
 * too, the two ways would wait for each other.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class Approvals {

    private static final String LOCK = "SELECT 1 FROM gesture WHERE id = ? FOR UPDATE";
    private static final String READ =
            """
            SELECT a.*, g.state AS gesture_state
              FROM approval a JOIN gesture g ON g.id = a.id WHERE a.id = ANY (:ids)
            """;
    private static final String COMMENT =
            """
            INSERT INTO approval_event (approval_id, at, person_id, verb, state, comment)
            SELECT :id, :at, :person, :verb, :state, :comment
             WHERE NOT EXISTS (SELECT 1 FROM approval_event
                                WHERE approval_id = :id AND person_id = :person
                                  AND comment = :comment)
            """;

    static final String[] COLUMNS = {
        "id uuid",
        "state text",
        "place text",
        "site text",
        "kind text",
        "category text",
        "requester_id bigint",
        "customer_id bigint",
        "asked_minor bigint",
        "asked_at timestamptz",
        "due_at timestamptz",
        "waiting_minutes int",
        "fallback_minor bigint",
        "rest_of uuid",
        "leadership boolean",
        "approvals_needed int",
    };

    private static final String UPDATE =
            """
            UPDATE approval
               SET state = :state, due_at = :dueAt, waiting_minutes = :waitingMinutes,
                   fallback_minor = :fallbackMinor, step = :step, clock = :clock,
                   overdue = :overdue, leadership = :leadership,
                   first_yes_by = :firstYesBy, first_yes_for = :firstYesFor,
                   first_yes_at = :firstYesAt,
                   assigned_to = :assignedTo, questioned_by = :questionedBy,
                   paused_since = :pausedSince, rounds = :rounds, reminded_at = :remindedAt,
                   offered_minor = :offeredMinor, offered_kind = :offeredKind,
                   offered_by = :offeredBy, offered_for = :offeredFor, offered_at = :offeredAt,
                   approvals_needed = :approvalsNeeded,
                   decided_by = :decidedBy, decided_for = :decidedFor, decided_at = :decidedAt,
                   granted_minor = :grantedMinor, reason_code = :reasonCode,
                   version = version + 1
             WHERE id = :id AND version = :version
            """;

    @Inject Jdbi jdbi;

    /** The exception, nobody else's until the transaction ends; empty when there is none. */
    Optional<Approval> take(UUID id) {
        jdbi.useHandle(handle -> handle.execute(LOCK, id));
        return look(id); // a statement of its own: it must see what was waited for
    }

    /** As it is at this moment. */
    Optional<Approval> look(UUID id) {
        return look(List.of(id)).stream().findFirst();
    }

    /** As they are at this moment, in any order; without those that are none. */
    List<Approval> look(List<UUID> ids) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(READ)
                                .bindArray("ids", UUID.class, ids)
                                .map(Approval::read)
                                .list());
    }

    /** New ones, each with the event of its asking. */
    void add(List<Approval> approvals) {
        ArrayInsert rows = new ArrayInsert("approval", COLUMNS);
        ArrayInsert events = events();
        for (Approval approval : approvals) {
            rows.add(approval.values());
            ApprovalEvent asked =
                    new ApprovalEvent(
                            "ask-for",
                            approval.about().requesterId(),
                            null,
                            approval.about().amountMinor(),
                            null);
            events.add(event(approval, asked, approval.askedAt()));
        }
        jdbi.useHandle(
                handle -> {
                    rows.write(handle);
                    events.write(handle);
                });
    }

    /**
     * Keeps what became of it, and says so.
     *
     * @return whether its clock was set anew
     * @throws RefusedException CHANGED_MEANWHILE when somebody changed it without its lock
     */
    boolean save(Approval approval, ApprovalEvent happening, Instant at) {
        jdbi.useHandle(
                handle -> {
                    Update update = handle.createUpdate(UPDATE);
                    approval.bindTo(update);
                    if (update.execute() != 1) {
                        throw new RefusedException(
                                Refusal.CHANGED_MEANWHILE, "somebody changed it in between");
                    }
                    events().add(event(approval, happening, at)).write(handle);
                });
        boolean clockWasSet = approval.isClockSet();
        approval.kept();
        return clockWasSet;
    }

    /** Something that was said about it, once in the same words; nothing else changes. */
    void comment(Approval approval, ApprovalEvent said, Instant at) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(COMMENT)
                                .bind("id", approval.id())
                                .bind("at", at)
                                .bind("person", said.personId())
                                .bind("verb", said.verb())
                                .bind("state", approval.state().code())
                                .bind("comment", said.comment())
                                .execute());
    }

    /** That another gesture was granted instead. */
    void replaced(UUID id, UUID by) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate("UPDATE approval SET replaced_by = :by WHERE id = :id")
                                .bind("by", by)
                                .bind("id", id)
                                .execute());
    }

    private static ArrayInsert events() {
        return new ArrayInsert(
                "approval_event",
                "approval_id uuid",
                "at timestamptz",
                "person_id bigint",
                "for_person_id bigint",
                "verb text",
                "state text",
                "amount_minor bigint",
                "comment text");
    }

    private static Object[] event(Approval approval, ApprovalEvent happening, Instant at) {
        return new Object[] {
            approval.id(),
            at,
            happening.personId(),
            happening.forId(),
            happening.verb(),
            approval.state().code(),
            happening.amountMinor(),
            happening.comment()
        };
    }
}
