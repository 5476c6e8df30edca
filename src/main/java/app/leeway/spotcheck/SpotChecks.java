package app.leeway.spotcheck;

import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

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

    private static final Duration MINE_FOR = Duration.ofDays(90);

    @Inject SpotCheckStore store;
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
        Instant before = clock.instant().minus(HEAD_START);
        Place from = after == null ? new Place(Instant.EPOCH, new UUID(0, 0)) : after;
        return withNotes(
                store.ofOthers(actor.personId(), access.reach(actor), before, from, limit), actor);
    }

    /** The actor's own of the last months, whatever came of them. */
    @Transactional
    public List<SpotCheck> mine(Actor actor, Place after, int limit) {
        drawing.draw();
        Instant since = clock.instant().minus(MINE_FOR);
        Place from = after == null ? new Place(since, new UUID(0, 0)) : after;
        return withNotes(store.givenBy(actor.personId(), since, from, limit), actor);
    }

    private List<SpotCheck> withNotes(List<SpotCheck> spotChecks, Actor actor) {
        return spotChecks.stream().map(one -> withNotes(store, one, actor)).toList();
    }

    /** Notes are for the two alone. */
    static SpotCheck withNotes(SpotCheckStore store, SpotCheck spotCheck, Actor actor) {
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
