package app.leeway.spotcheck;

import app.leeway.notification.Notification;
import app.leeway.notification.Notifier;
import app.leeway.organization.Organization;
import app.leeway.organization.Organizations;
import app.leeway.shared.jdbc.ArrayInsert;
import app.leeway.shared.jdbc.RecordMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * Puts what is to be looked at into the queue: every gesture that was done and is to be reviewed,
 * and of those inside the rules as many of a hundred as the company wants at that place. Done again
 * and again, by any number of servers, it puts each there once.
 */
@ApplicationScoped
class SpotCheckDraw {

    /** Gestures that were being committed when it was last done come with the next time. */
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    private static final Duration FIRST = Duration.ofDays(7);

    private static final String TO_BE_REVIEWED =
            """
            SELECT g.id AS gesture, g.review AS why, g.place, g.person_id AS person, g.received_at
              FROM gesture g
             WHERE g.review IS NOT NULL AND g.done AND g.state = 'settled'
               AND NOT EXISTS (SELECT 1 FROM look l WHERE l.gesture_id = g.id)
            """;
    private static final String INSIDE =
            """
            SELECT g.id AS gesture, 'sample' AS why, g.place, g.person_id AS person, g.received_at
              FROM gesture g
             WHERE g.received_at > :from AND g.outcome = 'GO' AND g.review IS NULL
               AND g.state = 'settled'
               AND NOT EXISTS (SELECT 1 FROM look l WHERE l.gesture_id = g.id)
            """;

    private static final RowMapper<Drawn> DRAWN = RecordMapper.of(Drawn.class);

    private record Drawn(UUID gesture, String why, String place, long person, Instant receivedAt) {}

    @Inject Jdbi jdbi;
    @Inject Organizations organizations;
    @Inject Notifier telling;
    @Inject Clock clock;

    private volatile Instant since;

    /**
     * @return how many came into the queue
     */
    @Transactional
    int draw() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant from = since == null ? now.minus(FIRST) : since;
        List<Drawn> drawn =
                jdbi.withHandle(
                        handle -> {
                            waitForOthers(handle);
                            List<Drawn> all = handle.createQuery(TO_BE_REVIEWED).map(DRAWN).list();
                            all.addAll(sampled(handle, from));
                            write(handle, all, now);
                            return all;
                        });
        telling.tell(
                drawn.stream()
                        .filter(d -> d.why.equals("sample"))
                        .map(SpotCheckDraw::word)
                        .toList());
        since = now.minus(OVERLAP);
        return drawn.size();
    }

    private static void waitForOthers(Handle handle) {
        handle.execute("SELECT pg_advisory_xact_lock(hashtextextended('look', 0))");
    }

    private List<Drawn> sampled(Handle handle, Instant from) {
        Organization organization = organizations.current();
        boolean none =
                organization.units().stream()
                        .allMatch(unit -> organization.sampleOf(unit.code()) == 0);
        if (none) {
            return List.of();
        }
        return handle.createQuery(INSIDE)
                .bind("from", from)
                .map(DRAWN)
                .filter(
                        drawn ->
                                Sample.picks(
                                        drawn.gesture,
                                        drawn.receivedAt,
                                        organization.sampleOf(drawn.place)))
                .list();
    }

    private static void write(Handle handle, List<Drawn> drawn, Instant now) {
        ArrayInsert rows =
                new ArrayInsert(
                        "look",
                        "gesture_id uuid",
                        "why text",
                        "drawn_at timestamptz",
                        "state text");
        drawn.forEach(d -> rows.add(d.gesture, d.why, now, "waiting"));
        rows.write(handle);
    }

    private static Notification word(Drawn drawn) {
        return new Notification(
                drawn.person,
                SpotCheckNotification.SAMPLED,
                drawn.gesture.toString(),
                Map.of(),
                false);
    }
}
