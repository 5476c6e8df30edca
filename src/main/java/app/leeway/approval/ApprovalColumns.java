package app.leeway.approval;

import app.leeway.gesture.GestureState;
import app.leeway.shared.jdbc.ArrayInsert;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Update;

/** How an exception stands in its table. */
final class ApprovalColumns {

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

    private ApprovalColumns() {}

    static ArrayInsert insert() {
        return new ArrayInsert(
                "approval",
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
                "approvals_needed int");
    }

    static Object[] first(Approval a) {
        return new Object[] {
            a.id,
            a.state.code(),
            a.about.place(),
            a.site,
            a.kind,
            a.about.category(),
            a.about.requesterId(),
            a.about.customerId(),
            a.about.amountMinor(),
            a.askedAt,
            a.dueAt,
            a.waitingMinutes,
            a.fallbackMinor,
            a.restOf,
            a.leadership,
            a.approvalsNeeded
        };
    }

    /** False when it is of another version by now. */
    static boolean update(Handle handle, Approval a) {
        Update update =
                handle.createUpdate(UPDATE)
                        .bind("state", a.state.code())
                        .bind("dueAt", a.dueAt)
                        .bind("waitingMinutes", a.waitingMinutes)
                        .bind("fallbackMinor", a.fallbackMinor)
                        .bind("step", a.step)
                        .bind("clock", a.clock)
                        .bind("overdue", a.overdue)
                        .bind("leadership", a.leadership)
                        .bind("assignedTo", a.assignedTo)
                        .bind("questionedBy", a.questionedBy)
                        .bind("pausedSince", a.pausedSince)
                        .bind("rounds", a.rounds)
                        .bind("remindedAt", a.remindedAt)
                        .bind("offeredMinor", a.offer == null ? null : a.offer.amountMinor())
                        .bind("offeredKind", a.offer == null ? null : a.offer.kind())
                        .bind("approvalsNeeded", a.approvalsNeeded)
                        .bind("grantedMinor", a.grantedMinor)
                        .bind("reasonCode", a.reasonCode)
                        .bind("id", a.id)
                        .bind("version", a.version);
        bind(update, "firstYes", a.firstYes);
        bind(update, "offered", a.offer == null ? null : a.offer.by());
        bind(update, "decided", a.decided);
        return update.execute() == 1;
    }

    private static void bind(Update update, String which, Signature yes) {
        update.bind(which + "By", yes == null ? null : yes.byId())
                .bind(which + "For", yes == null ? null : yes.forId())
                .bind(which + "At", yes == null ? null : yes.at());
    }

    static Approval read(RowView row) {
        Approval a =
                new Approval(
                        row.getColumn("id", UUID.class),
                        new ApprovalSubject(
                                row.getColumn("place", String.class),
                                row.getColumn("category", String.class),
                                row.getColumn("asked_minor", Long.class),
                                row.getColumn("requester_id", Long.class),
                                row.getColumn("customer_id", Long.class)),
                        row.getColumn("site", String.class),
                        row.getColumn("kind", String.class),
                        row.getColumn("asked_at", Instant.class),
                        row.getColumn("rest_of", UUID.class),
                        row.getColumn("approvals_needed", Integer.class));
        a.state = ApprovalState.of(row.getColumn("state", String.class));
        a.dueAt = row.getColumn("due_at", Instant.class);
        a.waitingMinutes = row.getColumn("waiting_minutes", Integer.class);
        a.fallbackMinor = row.getColumn("fallback_minor", Long.class);
        a.step = row.getColumn("step", Integer.class);
        a.clock = row.getColumn("clock", Integer.class);
        a.clockAsKept = a.clock;
        a.overdue = row.getColumn("overdue", Boolean.class);
        a.leadership = row.getColumn("leadership", Boolean.class);
        a.firstYes = yes(row, "first_yes");
        a.assignedTo = row.getColumn("assigned_to", Long.class);
        a.questionedBy = row.getColumn("questioned_by", Long.class);
        a.pausedSince = row.getColumn("paused_since", Instant.class);
        a.rounds = row.getColumn("rounds", Integer.class);
        a.remindedAt = row.getColumn("reminded_at", Instant.class);
        a.offer = offer(row);
        a.gesture = GestureState.of(row.getColumn("gesture_state", String.class));
        a.decided = yes(row, "decided");
        a.grantedMinor = row.getColumn("granted_minor", Long.class);
        a.reasonCode = row.getColumn("reason_code", String.class);
        a.version = row.getColumn("version", Integer.class);
        return a;
    }

    private static Offer offer(RowView row) {
        Signature by = yes(row, "offered");
        return by == null
                ? null
                : new Offer(
                        row.getColumn("offered_minor", Long.class),
                        row.getColumn("offered_kind", String.class),
                        by);
    }

    private static Signature yes(RowView row, String which) {
        Long by = row.getColumn(which + "_by", Long.class);
        return by == null
                ? null
                : new Signature(
                        by,
                        row.getColumn(which + "_for", Long.class),
                        row.getColumn(which + "_at", Instant.class));
    }
}
