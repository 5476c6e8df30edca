package app.leeway.loyalty;

import app.leeway.shared.jdbc.RecordMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** What is known of the makings of facts, whichever server does them. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class FactRuns {

    /** A run that has not been heard of for so long has died with its server. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private static final String BURY =
            """
            UPDATE fact_run SET state = 'failed', ended_at = :now
             WHERE state = 'running' AND seen_at < :silent
            """;
    private static final String BEGIN =
            """
            INSERT INTO fact_run (begun_at, state, by_person, whole, seen_at)
            SELECT :now, 'running', :by, :whole, :now
             WHERE NOT EXISTS (SELECT 1 FROM fact_run WHERE state = 'running')
            RETURNING id
            """;
    private static final String LATEST =
            """
            SELECT r.id, r.begun_at, r.ended_at, r.state, p.name AS by_name,
                   r.whole, r.customers, r.done
              FROM fact_run r LEFT JOIN person p ON p.id = r.by_person
             ORDER BY r.id DESC LIMIT 1
            """;

    @Inject Clock clock;
    @Inject Jdbi jdbi;

    /**
     * @param by null: it begins by itself
     * @return its number; empty when another goes on
     */
    Optional<Long> begin(Long by, boolean whole) {
        Instant now = clock.instant();
        return jdbi.withHandle(
                handle -> {
                    FactState.take(handle); // one after the other
                    handle.createUpdate(BURY)
                            .bind("now", now)
                            .bind("silent", now.minus(SILENCE))
                            .execute();
                    return handle.createQuery(BEGIN)
                            .bind("now", now)
                            .bind("by", by)
                            .bind("whole", whole)
                            .mapTo(Long.class)
                            .findOne();
                });
    }

    void reached(long run, long done, long customers) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        UPDATE fact_run
                                           SET done = :done, customers = :customers, seen_at = :now
                                         WHERE id = :run
                                        """)
                                .bind("done", done)
                                .bind("customers", customers)
                                .bind("now", clock.instant())
                                .bind("run", run)
                                .execute());
    }

    void end(long run, FactRun.State state) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        UPDATE fact_run
                                           SET state = :state, ended_at = :now, seen_at = :now
                                         WHERE id = :run
                                        """)
                                .bind("state", state.name().toLowerCase(Locale.ROOT))
                                .bind("now", clock.instant())
                                .bind("run", run)
                                .execute());
    }

    /** Empty while there was none. */
    public Optional<FactRun> latest() {
        return jdbi.withHandle(
                handle -> handle.createQuery(LATEST).map(RecordMapper.of(FactRun.class)).findOne());
    }
}
