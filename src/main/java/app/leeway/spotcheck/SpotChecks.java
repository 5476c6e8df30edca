package app.leeway.spotcheck;

import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import app.leeway.organization.VisibleScope;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** What is to be looked at, or was: by those who manage the place, and by whoever gave it. */
@ApplicationScoped
public class SpotChecks {

    /** Whoever gave a gesture that was picked by chance sees it so much before anybody else. */
    static final Duration HEAD_START = Duration.ofDays(3);

    /** Where a list goes on: after this look, the oldest first. */
    public record Place(Instant drawnAt, UUID id) {

        public static Place of(SpotCheck spotCheck) {
            return new Place(spotCheck.drawnAt(), spotCheck.id());
        }

        /**
         * @throws IllegalArgumentException or DateTimeException when it is none
         */
        public static Place parse(String text) {
            String[] parts = text.split(" ", 2);
            if (parts.length != 2) {
                throw new IllegalArgumentException(text + " is no place in the list");
            }
            return new Place(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        }

        @Override
        public String toString() {
            return drawnAt + " " + id;
        }
    }

    private static final String OPEN = "l.state IN ('waiting', 'talked') AND g.state = 'settled'";
    private static final String AFTER = " AND (l.drawn_at, l.gesture_id) > (?, ?)";
    private static final String END = " ORDER BY l.drawn_at, l.gesture_id LIMIT ";
    private static final String OTHERS =
            OPEN
                    + " AND g.person_id <> ? AND (g.place = ANY (?) OR ?)"
                    + " AND (l.why <> 'sample' OR l.seen_by_person_at IS NOT NULL"
                    + " OR l.drawn_at < ?)";
    private static final String MINE = "g.person_id = ? AND l.drawn_at > ?";
    private static final Duration MINE_FOR = Duration.ofDays(90);

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @Inject SpotCheckDraw drawing;
    @Inject Access access;
    @Inject Clock clock;

    /**
     * Of the people at the places that somebody sees, without their own; what was picked by chance
     * only after whoever gave it has seen it.
     *
     * @param after null: from the beginning
     */
    @Transactional
    public List<SpotCheck> ofOthers(Actor actor, Place after, int limit) {
        access.require(actor, Role.MANAGER, Role.LEADER, Role.AUDITOR);
        drawing.draw();
        VisibleScope reach = access.reach(actor);
        Instant before = clock.instant().minus(HEAD_START);
        Place from = after == null ? new Place(Instant.EPOCH, new UUID(0, 0)) : after;
        return read(
                actor,
                OTHERS + AFTER + END + limit,
                actor.personId(),
                reach.units(),
                reach.everything(),
                before,
                from.drawnAt(),
                from.id());
    }

    /** The actor's own of the last months, whatever came of them. */
    @Transactional
    public List<SpotCheck> mine(Actor actor, Place after, int limit) {
        drawing.draw();
        Place from =
                after == null ? new Place(clock.instant().minus(MINE_FOR), new UUID(0, 0)) : after;
        return read(
                actor,
                MINE + AFTER + END + limit,
                actor.personId(),
                clock.instant().minus(MINE_FOR),
                from.drawnAt(),
                from.id());
    }

    private List<SpotCheck> read(Actor actor, String where, Object... values) {
        try (Connection connection = database.getConnection()) {
            SpotCheckStore store = new SpotCheckStore(connection);
            List<SpotCheck> spotChecks = new ArrayList<>();
            for (SpotCheck spotCheck : store.list(where, values)) {
                spotChecks.add(withNotes(store, spotCheck, actor));
            }
            return spotChecks;
        } catch (SQLException e) {
            throw new IllegalStateException("what is to be looked at could not be read", e);
        }
    }

    /** Notes are for the two alone. */
    static SpotCheck withNotes(SpotCheckStore store, SpotCheck spotCheck, Actor actor)
            throws SQLException {
        if (!spotCheck.isOf(actor.personId()) && !spotCheck.isLookedAtBy(actor.personId())) {
            return spotCheck;
        }
        return new SpotCheck(
                spotCheck.id(),
                spotCheck.why(),
                spotCheck.state(),
                spotCheck.kindName(),
                spotCheck.personId(),
                spotCheck.user(),
                spotCheck.name(),
                spotCheck.place(),
                spotCheck.placeName(),
                spotCheck.customerName(),
                spotCheck.cost(),
                spotCheck.judgedFor(),
                spotCheck.bends(),
                spotCheck.drawnAt(),
                spotCheck.seenAt(),
                spotCheck.by(),
                store.notes(spotCheck.id()));
    }
}
