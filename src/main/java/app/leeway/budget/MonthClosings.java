package app.leeway.budget;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Where closings of months are kept, in the caller's transaction. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class MonthClosings {

    /** What the months' periods come to: the figures that stay. */
    record Figures(long spentMinor, long overdraftMinor) {}

    private static final String ALONE = "SELECT pg_advisory_xact_lock(hashtext('month_closing'))";
    private static final String MONTHS =
            "SELECT d.month, c.id, c.closed_by, c.closed_at, c.reopen_asked_by, c.reopen_asked_at"
                    + " FROM (SELECT DISTINCT month_of_period(ends_at) AS month FROM budget_period"
                    + " WHERE ends_at <= ? UNION SELECT month FROM month_closing"
                    + " WHERE reopened_at IS NULL) d"
                    + " LEFT JOIN month_closing c ON c.month = d.month AND c.reopened_at IS NULL";
    private static final String CLOSE =
            "INSERT INTO month_closing (month, closed_by, closed_at) VALUES (?, ?, ?)"
                    + " ON CONFLICT (month) WHERE reopened_at IS NULL DO NOTHING";
    private static final String ASK =
            "UPDATE month_closing SET reopen_asked_by = ?, reopen_asked_at = ? WHERE id = ?";
    private static final String REOPEN =
            "UPDATE month_closing SET reopened_by = ?, reopened_at = ? WHERE id = ?";
    private static final String HOLDING =
            "SELECT count(*) FROM gesture WHERE state IN ('held', 'awaiting-approval')"
                    + " AND held_until IS NOT NULL AND judged_for < ?";
    private static final String FIGURES =
            "SELECT coalesce(sum(spent_minor), 0), coalesce(sum(overdraft_minor), 0)"
                    + " FROM budget_period WHERE month_of_period(ends_at) = ?";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    /** Nobody else closes or opens a month, nor enters into a period that has ended, until then. */
    void takeAlone() {
        try (Connection connection = database.getConnection();
                PreparedStatement lock = connection.prepareStatement(ALONE)) {
            lock.executeQuery().close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Months in which a budget's period has ended, oldest first, each with its closing if any. */
    Map<YearMonth, Optional<MonthLine.Closing>> months(Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(MONTHS)) {
            select.setObject(1, now.atOffset(ZoneOffset.UTC));
            Map<YearMonth, Optional<MonthLine.Closing>> months = new TreeMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    months.put(
                            YearMonth.from(row.getObject("month", LocalDate.class)),
                            Optional.ofNullable(closing(row)));
                }
            }
            return months;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static MonthLine.Closing closing(ResultSet row) throws SQLException {
        OffsetDateTime asked = row.getObject("reopen_asked_at", OffsetDateTime.class);
        return row.getObject("id") == null
                ? null
                : new MonthLine.Closing(
                        row.getLong("id"),
                        row.getLong("closed_by"),
                        row.getObject("closed_at", OffsetDateTime.class).toInstant(),
                        row.getObject("reopen_asked_by", Long.class),
                        asked == null ? null : asked.toInstant());
    }

    /** False when it is closed already. */
    boolean close(YearMonth month, long personId, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(CLOSE)) {
            insert.setObject(1, month.atDay(1));
            insert.setLong(2, personId);
            insert.setObject(3, now.atOffset(ZoneOffset.UTC));
            return insert.executeUpdate() > 0;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    void askToReopen(MonthLine.Closing closing, long personId, Instant now) {
        goOn(ASK, closing, personId, now);
    }

    void reopen(MonthLine.Closing closing, long personId, Instant now) {
        goOn(REOPEN, closing, personId, now);
    }

    private void goOn(String sql, MonthLine.Closing closing, long personId, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, personId);
            update.setObject(2, now.atOffset(ZoneOffset.UTC));
            update.setLong(3, closing.id());
            update.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** How many gestures of the time before are still held or wait for an answer. */
    long stillOpen(Instant before) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(HOLDING)) {
            select.setObject(1, before.atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    Figures figures(YearMonth month) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(FIGURES)) {
            select.setObject(1, month.atDay(1));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Figures(row.getLong(1), row.getLong(2));
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("the closings of months could not be read or written", e);
    }
}
