package app.leeway.organization.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Who is there: seen at a desk or with a phone in the last minutes. A page that is open asks every
 * half minute whether there is news, so that whoever has one open is there.
 *
 * <p>Nothing more is kept than the last time, written once a minute at most.
 */
@ApplicationScoped
public class Presence {

    static final Duration LATELY = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final String SEEN =
            """
            INSERT INTO presence (person_id, seen_at) VALUES (:person, :now)
                ON CONFLICT (person_id) DO UPDATE SET seen_at = excluded.seen_at
             WHERE presence.seen_at < excluded.seen_at
            """;
    private static final String PRESENT =
            "SELECT person_id FROM presence WHERE person_id = ANY (:people) AND seen_at > :since";

    @Inject Jdbi jdbi;

    @Inject Clock clock;

    private final Map<Long, Instant> written = new ConcurrentHashMap<>();

    /** Somebody is at a desk or holds a phone now. */
    @Transactional
    public void seen(long personId) {
        Instant now = clock.instant();
        Instant then = written.get(personId);
        if (then != null && now.isBefore(then.plus(PAUSE))) {
            return;
        }
        written.put(personId, now);
        try {
            jdbi.useHandle(
                    handle ->
                            handle.createUpdate(SEEN)
                                    .bind("person", personId)
                                    .bind("now", now)
                                    .execute());
        } catch (JdbiException e) {
            written.remove(personId);
            throw e;
        }
    }

    /** Those of them who were seen in the last three minutes. */
    @Transactional // or the connection stays with the request: see CompanyRevision
    public Set<Long> present(Collection<Long> people) {
        if (people.isEmpty()) {
            return Set.of();
        }
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(PRESENT)
                                .bindArray("people", Long.class, people)
                                .bind("since", clock.instant().minus(LATELY))
                                .mapTo(Long.class)
                                .set());
    }
}
