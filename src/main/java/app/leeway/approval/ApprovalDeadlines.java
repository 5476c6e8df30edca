package app.leeway.approval;

import app.leeway.shared.jdbc.ArrayInsert;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

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
    }

    /** Something that is to happen. */
    record Alarm(UUID approvalId, int clock, What what, Instant dueAt) {}

    /** When one rings, by its key. */
    record Due(long id, Instant at) {}

    private static final String NEXT =
            "SELECT id, due_at FROM approval_timer ORDER BY due_at, id LIMIT ?";
    private static final String TAKE =
            "SELECT approval_id, clock, what, due_at FROM approval_timer WHERE id = ? AND due_at <= ?"
                    + " FOR UPDATE SKIP LOCKED";
    private static final String CLEAR =
            "DELETE FROM approval_timer WHERE id IN (SELECT id FROM approval_timer"
                    + " WHERE approval_id = ? FOR UPDATE SKIP LOCKED)";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    void set(List<Alarm> alarms) {
        ArrayInsert rows =
                new ArrayInsert(
                        "approval_timer",
                        "approval_id uuid",
                        "clock int",
                        "what text",
                        "due_at timestamptz");
        alarms.forEach(a -> rows.add(a.approvalId(), a.clock(), a.what().code(), a.dueAt()));
        try (Connection connection = database.getConnection()) {
            rows.write(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the alarms could not be set", e);
        }
    }

    /** Takes away those that do not ring at this moment; the others are void by then. */
    void clear(UUID approvalId) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(CLEAR)) {
            delete.setObject(1, approvalId);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("alarms of " + approvalId + " could not be cleared", e);
        }
    }

    /** The next to ring, those whose time has come first. */
    @Transactional(TxType.REQUIRES_NEW)
    List<Due> next(int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(NEXT)) {
            select.setInt(1, limit);
            List<Due> next = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    next.add(
                            new Due(
                                    row.getLong(1),
                                    row.getObject(2, OffsetDateTime.class).toInstant()));
                }
            }
            return next;
        } catch (SQLException e) {
            throw new IllegalStateException("the alarms could not be read", e);
        }
    }

    /**
     * One whose time has come; empty when it has rung, or rings at this moment on another server.
     */
    Optional<Alarm> take(long id, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(TAKE)) {
            select.setLong(1, id);
            select.setObject(2, now.atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Alarm(
                                        row.getObject(1, UUID.class),
                                        row.getInt(2),
                                        What.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                                        row.getObject(4, OffsetDateTime.class).toInstant()))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("alarm " + id + " could not be taken", e);
        }
    }

    void delete(long id) {
        change("DELETE FROM approval_timer WHERE id = ?", id, null);
    }

    /** One that failed rings again later, and the others need not wait for it. */
    @Transactional(TxType.REQUIRES_NEW)
    void postpone(long id, Instant until) {
        change("UPDATE approval_timer SET due_at = ? WHERE id = ?", id, until);
    }

    private void change(String sql, long id, Instant until) {
        try (Connection connection = database.getConnection();
                PreparedStatement change = connection.prepareStatement(sql)) {
            if (until != null) {
                change.setObject(1, until.atOffset(ZoneOffset.UTC));
            }
            change.setLong(until == null ? 1 : 2, id);
            change.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("alarm " + id + " could not be changed", e);
        }
    }
}
