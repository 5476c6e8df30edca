package app.leeway.approval;

import app.leeway.gesture.GestureState;
import app.leeway.shared.jdbc.ArrayInsert;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** How an exception stands in its table. */
final class ApprovalColumns {

    private static final String UPDATE =
            "UPDATE approval SET state = ?, due_at = ?, waiting_minutes = ?, fallback_minor = ?,"
                    + " step = ?, clock = ?, overdue = ?, leadership = ?,"
                    + " first_yes_by = ?, first_yes_for = ?, first_yes_at = ?,"
                    + " assigned_to = ?, questioned_by = ?, paused_since = ?, rounds = ?,"
                    + " reminded_at = ?, offered_minor = ?, offered_kind = ?, offered_by = ?,"
                    + " offered_for = ?, offered_at = ?, approvals_needed = ?,"
                    + " decided_by = ?, decided_for = ?, decided_at = ?,"
                    + " granted_minor = ?, reason_code = ?, version = version + 1"
                    + " WHERE id = ? AND version = ?";

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
    static boolean update(Connection connection, Approval a) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            Object[] values = {
                a.state.code(),
                a.dueAt,
                a.waitingMinutes,
                a.fallbackMinor,
                a.step,
                a.clock,
                a.overdue,
                a.leadership,
                by(a.firstYes),
                forWhom(a.firstYes),
                at(a.firstYes),
                a.assignedTo,
                a.questionedBy,
                a.pausedSince,
                a.rounds,
                a.remindedAt,
                a.offer == null ? null : a.offer.amountMinor(),
                a.offer == null ? null : a.offer.kind(),
                by(a.offer == null ? null : a.offer.by()),
                forWhom(a.offer == null ? null : a.offer.by()),
                at(a.offer == null ? null : a.offer.by()),
                a.approvalsNeeded,
                by(a.decided),
                forWhom(a.decided),
                at(a.decided),
                a.grantedMinor,
                a.reasonCode,
                a.id,
                a.version
            };
            for (int i = 0; i < values.length; i++) {
                Object value = values[i];
                update.setObject(
                        i + 1,
                        value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value);
            }
            return update.executeUpdate() == 1;
        }
    }

    static Approval read(ResultSet row) throws SQLException {
        Approval a =
                new Approval(
                        row.getObject("id", UUID.class),
                        new ApprovalSubject(
                                row.getString("place"),
                                row.getString("category"),
                                row.getLong("asked_minor"),
                                row.getLong("requester_id"),
                                row.getObject("customer_id", Long.class)),
                        row.getString("site"),
                        row.getString("kind"),
                        instant(row, "asked_at"),
                        row.getObject("rest_of", UUID.class),
                        row.getInt("approvals_needed"));
        a.state = ApprovalState.of(row.getString("state"));
        a.dueAt = instant(row, "due_at");
        a.waitingMinutes = row.getObject("waiting_minutes", Integer.class);
        a.fallbackMinor = row.getObject("fallback_minor", Long.class);
        a.step = row.getInt("step");
        a.clock = row.getInt("clock");
        a.clockAsKept = a.clock;
        a.overdue = row.getBoolean("overdue");
        a.leadership = row.getBoolean("leadership");
        a.firstYes = yes(row, "first_yes");
        a.assignedTo = row.getObject("assigned_to", Long.class);
        a.questionedBy = row.getObject("questioned_by", Long.class);
        a.pausedSince = instant(row, "paused_since");
        a.rounds = row.getInt("rounds");
        a.remindedAt = instant(row, "reminded_at");
        a.offer = offer(row);
        a.gesture = GestureState.of(row.getString("gesture_state"));
        a.decided = yes(row, "decided");
        a.grantedMinor = row.getObject("granted_minor", Long.class);
        a.reasonCode = row.getString("reason_code");
        a.version = row.getInt("version");
        return a;
    }

    private static Offer offer(ResultSet row) throws SQLException {
        Signature by = yes(row, "offered");
        return by == null
                ? null
                : new Offer(row.getLong("offered_minor"), row.getString("offered_kind"), by);
    }

    private static Signature yes(ResultSet row, String which) throws SQLException {
        Long by = row.getObject(which + "_by", Long.class);
        return by == null
                ? null
                : new Signature(
                        by, row.getObject(which + "_for", Long.class), instant(row, which + "_at"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Long by(Signature yes) {
        return yes == null ? null : yes.byId();
    }

    private static Long forWhom(Signature yes) {
        return yes == null ? null : yes.forId();
    }

    private static Instant at(Signature yes) {
        return yes == null ? null : yes.at();
    }
}
