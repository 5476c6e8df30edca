package app.leeway.approval;

import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import app.leeway.shared.Rows;
import app.leeway.shared.jdbc.ArrayInsert;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

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
            "SELECT a.*, g.state AS gesture_state FROM approval a JOIN gesture g ON g.id = a.id"
                    + " WHERE a.id = ANY (?::uuid[])";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    /** The exception, nobody else's until the transaction ends; empty when there is none. */
    Optional<Approval> take(UUID id) {
        Rows.select(database, LOCK, row -> id, id);
        return look(id); // a statement of its own: it must see what was waited for
    }

    /** As it is at this moment. */
    Optional<Approval> look(UUID id) {
        return look(List.of(id)).stream().findFirst();
    }

    /** As they are at this moment, in any order; without those that are none. */
    List<Approval> look(List<UUID> ids) {
        return Rows.select(database, READ, ApprovalColumns::read, ids);
    }

    /** New ones, each with the event of its asking. */
    void add(List<Approval> approvals) {
        ArrayInsert rows = ApprovalColumns.insert();
        ArrayInsert events = events();
        for (Approval approval : approvals) {
            rows.add(ApprovalColumns.first(approval));
            ApprovalEvent asked =
                    new ApprovalEvent(
                            "ask-for",
                            approval.about.requesterId(),
                            null,
                            approval.about.amountMinor(),
                            null);
            events.add(event(approval, asked, approval.askedAt));
        }
        try (Connection connection = database.getConnection()) {
            rows.write(connection);
            events.write(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the exceptions could not be written", e);
        }
    }

    /**
     * Keeps what became of it, and says so.
     *
     * @return whether its clock was set anew
     * @throws RefusedException CHANGED_MEANWHILE when somebody changed it without its lock
     */
    boolean save(Approval approval, ApprovalEvent happening, Instant at) {
        try (Connection connection = database.getConnection()) {
            if (!ApprovalColumns.update(connection, approval)) {
                throw new RefusedException(
                        Refusal.CHANGED_MEANWHILE, "somebody changed it in between");
            }
            approval.version++;
            events().add(event(approval, happening, at)).write(connection);
            boolean clockWasSet = approval.clock != approval.clockAsKept;
            approval.clockAsKept = approval.clock;
            return clockWasSet;
        } catch (SQLException e) {
            throw new IllegalStateException("exception " + approval.id + " could not be kept", e);
        }
    }

    /** Something that was said about it, once in the same words; nothing else changes. */
    void comment(Approval approval, ApprovalEvent said, Instant at) {
        String sql =
                "INSERT INTO approval_event (approval_id, at, person_id, verb, state, comment)"
                        + " SELECT ?, ?, ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM approval_event"
                        + " WHERE approval_id = ? AND person_id = ? AND comment = ?)";
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            Object[] values = {
                approval.id,
                at.atOffset(ZoneOffset.UTC),
                said.personId(),
                said.verb(),
                approval.state.code(),
                said.comment(),
                approval.id,
                said.personId(),
                said.comment()
            };
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a comment on " + approval.id + " was not kept", e);
        }
    }

    /** That another gesture was granted instead. */
    void replaced(UUID id, UUID by) {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement(
                                "UPDATE approval SET replaced_by = ? WHERE id = ?")) {
            update.setObject(1, by);
            update.setObject(2, id);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("exception " + id + " could not be kept", e);
        }
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
            approval.id,
            at,
            happening.personId(),
            happening.forId(),
            happening.verb(),
            approval.state.code(),
            happening.amountMinor(),
            happening.comment()
        };
    }
}
