package app.leeway.gesture;

import app.leeway.shared.jdbc.RecordMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** What managers are told of afterwards: gestures whose verdict was GO_AND_TELL. */
@ApplicationScoped
public class AfterTheFactReport {

    /**
     * @param costMinor what they came to together, in minor units
     */
    public record Sum(long count, long costMinor) {}

    private static final String SUM =
            """
            SELECT count(*) AS count, coalesce(sum(cost_minor), 0)::bigint AS cost_minor
              FROM gesture
             WHERE place = ANY (:places) AND received_at > :after AND received_at <= :until
               AND outcome = 'GO_AND_TELL' AND person_id <> :person
               AND state IN ('held', 'settled')
            """;

    static final RecordMapper<Sum> MAPPER = RecordMapper.of(Sum.class);

    @Inject Jdbi jdbi;

    /**
     * @param places codes of units; those below them are not meant
     * @param after received after this
     * @param until and no later
     * @param personId whoever is told: what they gave themselves they know
     */
    @Transactional
    public Sum sum(Set<String> places, Instant after, Instant until, long personId) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(SUM)
                                .bindArray("places", String.class, places)
                                .bind("after", after)
                                .bind("until", until)
                                .bind("person", personId)
                                .map(MAPPER)
                                .one());
    }
}
