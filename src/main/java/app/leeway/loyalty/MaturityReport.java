package app.leeway.loyalty;

import app.leeway.shared.jdbc.RecordMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;

/** What is known so far, and what is too young to tell. */
@ApplicationScoped
public class MaturityReport {

    private static final String COUNT =
            """
            INSERT INTO fact_stock
            SELECT true, (SELECT count(*) FROM outcome), count(*),
                   count(*) FILTER (WHERE treated = 1),
                   count(*) FILTER (WHERE treated = 1 AND day + :days > :today),
                   max(day) FILTER (WHERE treated = 1 AND day + :days > :today) + :days, :days
              FROM episode
            """;

    private static final String READ =
            """
            SELECT outcomes, episodes, given, young, DATE '1970-01-01' + until_day AS until, days
              FROM fact_stock
            """;

    @Inject FactBuild making;
    @Inject KeepingOutcomeSettings settings;
    @Inject Jdbi jdbi;

    /**
     * @param outcomes entries that have come in
     * @param young gestures whose window has not ended
     * @param until when the last of them is ripe; null where there is none
     */
    public record Stock(
            long outcomes, long episodes, long given, long young, LocalDate until, int days) {}

    /** Counts anew. */
    @Transactional(TxType.MANDATORY)
    void count() {
        int days = settings.current().window();
        int today = (int) making.today().toEpochDay();
        jdbi.useHandle(
                handle -> {
                    handle.execute("DELETE FROM fact_stock");
                    handle.createUpdate(COUNT).bind("days", days).bind("today", today).execute();
                });
    }

    /** As it was counted last. */
    @Transactional
    public Stock stock() {
        return jdbi.withHandle(
                        handle ->
                                handle.createQuery(READ)
                                        .map(RecordMapper.of(Stock.class))
                                        .findOne())
                .orElseGet(() -> new Stock(0, 0, 0, 0, null, settings.current().window()));
    }
}
