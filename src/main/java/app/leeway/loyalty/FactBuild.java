package app.leeway.loyalty;

import app.leeway.organization.Organizations;
import app.leeway.shared.jdbc.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Makes facts of episodes and outcomes: those newly ripe, and anew those of customers about whom
 * something came late. Sums are of whole numbers, so a rebuild gives the same to the last digit.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class FactBuild {

    /** Days of the windows after an episode. */
    public static final List<Integer> HORIZONS = List.of(30, 90, 180, 365);

    private static final int CUSTOMERS = 50_000;
    private static final String FIRST_UNSEEN =
            "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint";
    private static final String TOLD_LATE =
            """
            INSERT INTO fact_due
            SELECT DISTINCT o.customer FROM outcome o
             WHERE o.written_in >= :from AND o.written_in < :until
               AND EXISTS (SELECT 1 FROM episode e WHERE e.customer_id = o.customer)
                ON CONFLICT DO NOTHING
            """;
    private static final String NEWLY_RIPE =
            """
            INSERT INTO fact_due
            SELECT DISTINCT customer_id FROM episode
             WHERE day + :horizon > :from AND day + :horizon <= :until
                ON CONFLICT DO NOTHING
            """;
    private static final String TAKE_SOME =
            """
            WITH taken AS (
              DELETE FROM fact_due
               WHERE customer_id IN (SELECT customer_id FROM fact_due LIMIT :customers)
              RETURNING customer_id)
            INSERT INTO fact_chunk SELECT customer_id FROM taken
            """;

    /** The how-manyeth gesture of the customer within twelve months. */
    private static final String COUNT_GESTURES =
            """
            UPDATE episode e SET nth_band = n.band
              FROM (SELECT a.episode_id,
                           CASE count(b.episode_id) WHEN 0 THEN '1' WHEN 1 THEN '2' ELSE '3+' END
                             AS band
                      FROM episode_chunk a
                      LEFT JOIN episode_chunk b
                        ON b.customer_id = a.customer_id AND b.treated = 1
                           AND b.day > a.day - 365
                           AND (b.day, b.episode_id) < (a.day, a.episode_id)
                     WHERE a.treated = 1
                     GROUP BY a.episode_id) n
             WHERE n.episode_id = e.episode_id AND e.nth_band IS DISTINCT FROM n.band
            """;

    @Inject Organizations organizations;
    @Inject KeepingOutcomeSettings settings;
    @Inject Clock clock;
    @Inject Jdbi jdbi;

    /** The day that has not ended, in the company's zone. */
    @Transactional(TxType.SUPPORTS)
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), organizations.current().company().zone());
    }

    /** Forgets all that can be made again. */
    void forgetAll() {
        jdbi.useHandle(
                handle -> {
                    FactState.take(handle);
                    handle.execute("DELETE FROM episode_fact");
                    handle.execute(
                            """
                            DELETE FROM episode_clause c USING episode e
                             WHERE e.episode_id = c.episode_id AND e.origin <> 'demo'
                            """);
                    handle.execute("DELETE FROM episode WHERE origin <> 'demo'");
                    FactState.NOTHING.keep(handle);
                });
    }

    /**
     * Looks for customers whose facts are no longer what they would be made.
     *
     * @return how many there are
     */
    long findDue() {
        int today = (int) today().toEpochDay();
        String margins = settings.current().worth();
        return jdbi.withHandle(
                handle -> {
                    FactState state = FactState.take(handle);
                    long unseen = number(handle, FIRST_UNSEEN);
                    boolean elsewhere = unseen < state.writtenIn(); // restored into another cluster
                    boolean all = elsewhere || !margins.equals(state.settings());
                    handle.createUpdate(TOLD_LATE)
                            .bind("from", all ? 0 : state.writtenIn())
                            .bind("until", unseen)
                            .execute();
                    for (int horizon : HORIZONS) {
                        handle.createUpdate(NEWLY_RIPE)
                                .bind("horizon", horizon)
                                .bind("from", all ? 0 : state.today())
                                .bind("until", today)
                                .execute();
                    }
                    new FactState(state.auditSeq(), unseen, today, margins).keep(handle);
                    return number(handle, "SELECT count(*) FROM fact_due");
                });
    }

    /**
     * Makes the facts of some of those that are due.
     *
     * @return of how many customers; 0 when nobody is left
     */
    int makeSome() {
        int scale = 1000 * (int) Math.pow(10, organizations.current().currencyDigits());
        return jdbi.withHandle(
                handle -> {
                    FactState state = FactState.take(handle);
                    handle.execute("DELETE FROM fact_chunk");
                    int taken =
                            handle.createUpdate(TAKE_SOME).bind("customers", CUSTOMERS).execute();
                    if (taken > 0) {
                        makeChunk(handle, state.today(), scale);
                    }
                    return taken;
                });
    }

    private static void makeChunk(Handle handle, int today, int scale) {
        handle.execute("ANALYZE fact_chunk");
        handle.execute(COUNT_GESTURES);
        handle.execute(
                """
                DELETE FROM episode_fact f USING fact_chunk c WHERE f.customer_id = c.customer_id
                """);
        for (int horizon : HORIZONS) {
            handle.execute("INSERT INTO episode_fact " + facts(horizon, today, scale));
        }
    }

    /** What the database must know of the tables to read them well. */
    void takeStock() {
        jdbi.useHandle(handle -> handle.execute("ANALYZE episode, episode_clause, episode_fact"));
    }

    private static String facts(int horizon, int today, int scale) {
        return SqlText.of("facts")
                .with("episode", "episode_chunk")
                .with("loyalty_event", "loyalty_event_chunk")
                .with("horizon", horizon)
                .with("today", today)
                .with("scale", scale)
                .complete();
    }

    private static long number(Handle handle, String sql) {
        return handle.createQuery(sql).mapTo(Long.class).one();
    }
}
