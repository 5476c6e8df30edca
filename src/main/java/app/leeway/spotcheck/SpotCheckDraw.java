package app.leeway.spotcheck;

import app.leeway.notification.Notification;
import app.leeway.notification.Notifier;
import app.leeway.organization.Organization;
import app.leeway.organization.Organizations;
import app.leeway.shared.jdbc.ArrayInsert;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

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

    private static final String NOT_THERE =
            " AND NOT EXISTS (SELECT 1 FROM look l WHERE l.gesture_id = g.id)";
    private static final String TO_BE_REVIEWED =
            "SELECT g.id, g.review, g.place, g.person_id, g.received_at FROM gesture g"
                    + " WHERE g.review IS NOT NULL AND g.done AND g.state = 'settled'"
                    + NOT_THERE;
    private static final String INSIDE =
            "SELECT g.id, 'sample', g.place, g.person_id, g.received_at FROM gesture g"
                    + " WHERE g.received_at > ? AND g.outcome = 'GO' AND g.review IS NULL"
                    + " AND g.state = 'settled'"
                    + NOT_THERE;

    private record Drawn(UUID gesture, String why, String place, long person, Instant receivedAt) {}

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

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
        try (Connection connection = database.getConnection()) {
            waitForOthers(connection);
            List<Drawn> drawn = read(connection.prepareStatement(TO_BE_REVIEWED));
            drawn.addAll(sampled(connection, from));
            write(connection, drawn, now);
            telling.tell(
                    drawn.stream()
                            .filter(d -> d.why.equals("sample"))
                            .map(SpotCheckDraw::word)
                            .toList());
            since = now.minus(OVERLAP);
            return drawn.size();
        } catch (SQLException e) {
            throw new IllegalStateException("what is to be looked at could not be drawn", e);
        }
    }

    private static void waitForOthers(Connection connection) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement(
                        "SELECT pg_advisory_xact_lock(hashtextextended('look', 0))")) {
            lock.execute();
        }
    }

    private List<Drawn> sampled(Connection connection, Instant from) throws SQLException {
        Organization organization = organizations.current();
        boolean none =
                organization.units().stream()
                        .allMatch(unit -> organization.sampleOf(unit.code()) == 0);
        if (none) {
            return List.of();
        }
        PreparedStatement select = connection.prepareStatement(INSIDE);
        select.setObject(1, from.atOffset(ZoneOffset.UTC));
        return read(select).stream()
                .filter(
                        drawn ->
                                Sample.picks(
                                        drawn.gesture,
                                        drawn.receivedAt,
                                        organization.sampleOf(drawn.place)))
                .toList();
    }

    private static List<Drawn> read(PreparedStatement statement) throws SQLException {
        List<Drawn> drawn = new ArrayList<>();
        try (PreparedStatement select = statement;
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                drawn.add(
                        new Drawn(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getLong(4),
                                row.getObject(5, OffsetDateTime.class).toInstant()));
            }
        }
        return drawn;
    }

    private static void write(Connection connection, List<Drawn> drawn, Instant now)
            throws SQLException {
        ArrayInsert rows =
                new ArrayInsert(
                        "look",
                        "gesture_id uuid",
                        "why text",
                        "drawn_at timestamptz",
                        "state text");
        drawn.forEach(d -> rows.add(d.gesture, d.why, now, "waiting"));
        rows.write(connection);
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
