package app.leeway.budget;

import app.leeway.shared.jdbc.RecordMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;

/** Where closings of months are kept, in the caller's transaction. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class MonthClosings {

    /** What the months' periods come to: the figures that stay. */
    record Figures(long spentMinor, long overdraftMinor) {}

    private static final String ALONE = "SELECT pg_advisory_xact_lock(hashtext('month_closing'))";
    private static final String MONTHS =
            """
            SELECT d.month, c.id, c.closed_by, c.closed_at, c.reopen_asked_by, c.reopen_asked_at
              FROM (SELECT DISTINCT month_of_period(ends_at) AS month FROM budget_period
                     WHERE ends_at <= :now
                     UNION SELECT month FROM month_closing WHERE reopened_at IS NULL) d
              LEFT JOIN month_closing c ON c.month = d.month AND c.reopened_at IS NULL
            """;
    private static final String CLOSE =
            """
            INSERT INTO month_closing (month, closed_by, closed_at) VALUES (:month, :person, :now)
                ON CONFLICT (month) WHERE reopened_at IS NULL DO NOTHING
            """;
    private static final String ASK =
            """
            UPDATE month_closing SET reopen_asked_by = :person, reopen_asked_at = :now
             WHERE id = :id
            """;
    private static final String REOPEN =
            "UPDATE month_closing SET reopened_by = :person, reopened_at = :now WHERE id = :id";
    private static final String HOLDING =
            """
            SELECT count(*) FROM gesture
             WHERE state IN ('held', 'awaiting-approval')
               AND held_until IS NOT NULL AND judged_for < :before
            """;
    private static final String FIGURES =
            """
            SELECT coalesce(sum(spent_minor), 0)::bigint AS spent_minor,
                   coalesce(sum(overdraft_minor), 0)::bigint AS overdraft_minor
              FROM budget_period WHERE month_of_period(ends_at) = :month
            """;

    private static final RecordMapper<Figures> FIGURES_MAPPER = RecordMapper.of(Figures.class);

    @Inject Jdbi jdbi;

    /** Nobody else closes or opens a month, nor enters into a period that has ended, until then. */
    void takeAlone() {
        jdbi.useHandle(handle -> handle.execute(ALONE));
    }

    /** Months in which a budget's period has ended, oldest first, each with its closing if any. */
    Map<YearMonth, Optional<MonthLine.Closing>> months(Instant now) {
        Map<YearMonth, Optional<MonthLine.Closing>> months = new TreeMap<>();
        jdbi.useHandle(
                handle ->
                        handle.createQuery(MONTHS)
                                .bind("now", now)
                                .map(MonthClosings::line)
                                .forEach(line -> months.put(line.getKey(), line.getValue())));
        return months;
    }

    private static Map.Entry<YearMonth, Optional<MonthLine.Closing>> line(RowView row) {
        return Map.entry(
                YearMonth.from(row.getColumn("month", LocalDate.class)),
                Optional.ofNullable(row.getColumn("id", Long.class)).map(id -> closing(id, row)));
    }

    private static MonthLine.Closing closing(long id, RowView row) {
        return new MonthLine.Closing(
                id,
                row.getColumn("closed_by", Long.class),
                row.getColumn("closed_at", Instant.class),
                row.getColumn("reopen_asked_by", Long.class),
                row.getColumn("reopen_asked_at", Instant.class));
    }

    /** False when it is closed already. */
    boolean close(YearMonth month, long personId, Instant now) {
        return jdbi.withHandle(
                        handle ->
                                handle.createUpdate(CLOSE)
                                        .bind("month", month.atDay(1))
                                        .bind("person", personId)
                                        .bind("now", now)
                                        .execute())
                > 0;
    }

    void askToReopen(MonthLine.Closing closing, long personId, Instant now) {
        goOn(ASK, closing, personId, now);
    }

    void reopen(MonthLine.Closing closing, long personId, Instant now) {
        goOn(REOPEN, closing, personId, now);
    }

    private void goOn(String sql, MonthLine.Closing closing, long personId, Instant now) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(sql)
                                .bind("person", personId)
                                .bind("now", now)
                                .bind("id", closing.id())
                                .execute());
    }

    /** How many gestures of the time before are still held or wait for an answer. */
    long stillOpen(Instant before) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(HOLDING).bind("before", before).mapTo(Long.class).one());
    }

    Figures figures(YearMonth month) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(FIGURES)
                                .bind("month", month.atDay(1))
                                .map(FIGURES_MAPPER)
                                .one());
    }
}
