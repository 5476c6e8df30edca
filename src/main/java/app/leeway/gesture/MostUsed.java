package app.leeway.gesture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** How often each kind was given at a place lately, so that hands find the usual ones first. */
@ApplicationScoped
class MostUsed {

    private static final Duration LATELY = Duration.ofDays(28);

    private static final String COUNT =
            """
            SELECT kind, count(*) AS uses FROM gesture
             WHERE place = :place AND received_at >= :since AND state <> 'refused'
             GROUP BY kind
            """;

    @Inject Jdbi jdbi;

    Map<String, Long> at(String place, Instant now) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(COUNT)
                                .bind("place", place)
                                .bind("since", now.minus(LATELY))
                                .collectRows(
                                        Collectors.toMap(
                                                row -> row.getColumn("kind", String.class),
                                                row -> row.getColumn("uses", Long.class))));
    }
}
