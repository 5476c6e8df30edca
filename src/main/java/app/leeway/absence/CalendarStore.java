package app.leeway.absence;

import app.leeway.shared.jdbc.RecordMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Calendars and what came of them, as rows. */
@ApplicationScoped
class CalendarStore {

    private static final String SUBSCRIBE =
            """
            INSERT INTO calendar_feed (person_id, url, due_at, fetched_at)
            VALUES (:person, :url, :due, :now)
                ON CONFLICT (person_id) DO UPDATE
               SET url = excluded.url, due_at = excluded.due_at,
                   fetched_at = excluded.fetched_at, problem = NULL
            """;
    private static final String TAKE =
            """
            UPDATE calendar_feed SET due_at = :next
             WHERE person_id = (SELECT f.person_id
                                  FROM calendar_feed f JOIN person p ON p.id = f.person_id
                                 WHERE f.due_at <= :now AND p.active
                                 ORDER BY f.due_at LIMIT 1
                                   FOR UPDATE OF f SKIP LOCKED)
            RETURNING person_id, url
            """;
    private static final String OUTCOME =
            """
            UPDATE calendar_feed
               SET problem = :problem, fetched_at = coalesce(:readWell, fetched_at)
             WHERE person_id = :person
            """;

    /** What somebody withdrew by hand stays withdrawn; what had left the calendar comes back. */
    private static final String KEEP =
            """
            INSERT INTO absence (id, person_id, from_at, until_at,
                                 source, source_uid, made_by, made_at)
            VALUES (:id, :person, :from, :until, 'calendar', :key, :person, :now)
                ON CONFLICT (person_id, source_uid) DO UPDATE
               SET from_at = excluded.from_at, until_at = excluded.until_at, withdrawn_at = NULL
             WHERE absence.withdrawn_by IS NULL
               AND (absence.from_at, absence.until_at, absence.withdrawn_at)
                   IS DISTINCT FROM (excluded.from_at, excluded.until_at, NULL)
            """;

    private static final String LEAVE =
            """
            UPDATE absence SET withdrawn_at = :now
             WHERE person_id = :person AND source = 'calendar'
               AND until_at > :now AND withdrawn_at IS NULL AND NOT source_uid = ANY (:keys)
            """;

    /** A calendar that is due. */
    record Due(long personId, String url) {}

    @Inject Jdbi jdbi;

    void subscribe(long personId, String url, Instant due, Instant now) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(SUBSCRIBE)
                                .bind("person", personId)
                                .bind("url", url)
                                .bind("due", due)
                                .bind("now", now)
                                .execute());
    }

    void forget(long personId) {
        jdbi.useHandle(
                handle ->
                        handle.execute("DELETE FROM calendar_feed WHERE person_id = ?", personId));
    }

    /** One that is due, whose next time is set before anybody looks at it. */
    Optional<Due> take(Instant now, Instant next) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(TAKE)
                                .bind("now", now)
                                .bind("next", next)
                                .map(RecordMapper.of(Due.class))
                                .findOne());
    }

    /**
     * @param problem null: it was read well
     */
    void outcome(long personId, String problem, Instant readWell) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(OUTCOME)
                                .bind("problem", problem)
                                .bind("readWell", readWell)
                                .bind("person", personId)
                                .execute());
    }

    CalendarStatus status(long personId) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        SELECT url, fetched_at, problem
                                          FROM calendar_feed WHERE person_id = :person
                                        """)
                                .bind("person", personId)
                                .map(
                                        row ->
                                                new CalendarStatus(
                                                        URI.create(
                                                                        row.getColumn(
                                                                                "url",
                                                                                String.class))
                                                                .getHost(),
                                                        row.getColumn("fetched_at", Instant.class),
                                                        row.getColumn("problem", String.class)))
                                .findOne()
                                .orElse(CalendarStatus.NONE));
    }

    /**
     * Makes the absences of the calendar those that it has now.
     *
     * @return how many changed
     */
    int replace(long personId, List<AwayTime> times, Instant now) {
        return jdbi.withHandle(
                handle ->
                        keep(handle, personId, times, now)
                                + withdrawOthers(handle, personId, times, now));
    }

    private static int keep(Handle handle, long personId, List<AwayTime> times, Instant now) {
        if (times.isEmpty()) {
            return 0;
        }
        PreparedBatch keep = handle.prepareBatch(KEEP);
        for (AwayTime time : times) {
            keep.bind("id", UUID.randomUUID())
                    .bind("person", personId)
                    .bind("now", now)
                    .bind("from", time.from())
                    .bind("until", time.until())
                    .bind("key", time.key())
                    .add();
        }
        return IntStream.of(keep.execute()).map(rows -> Math.max(rows, 0)).sum();
    }

    private static int withdrawOthers(
            Handle handle, long personId, List<AwayTime> times, Instant now) {
        return handle.createUpdate(LEAVE)
                .bind("now", now)
                .bind("person", personId)
                .bindArray("keys", String.class, times.stream().map(AwayTime::key).toList())
                .execute();
    }
}
