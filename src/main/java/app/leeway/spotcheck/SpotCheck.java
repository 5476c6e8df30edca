package app.leeway.spotcheck;

import app.leeway.shared.LocalizedText;
import app.leeway.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A gesture that somebody looks back at.
 *
 * @param id of the gesture
 * @param why {@code to-be-reviewed}, {@code against-never} or {@code sample}
 * @param user and name: who gave it
 * @param customerName null when nobody was named
 * @param seenAt when whoever gave it saw that it was picked; null: not yet, or not needed
 * @param by who looked; null: nobody yet
 * @param notes what the two said to each other, for them alone
 */
public record SpotCheck(
        UUID id,
        String why,
        State state,
        LocalizedText kindName,
        long personId,
        String user,
        String name,
        String place,
        LocalizedText placeName,
        String customerName,
        Money cost,
        Instant judgedFor,
        List<String> bends,
        Instant drawnAt,
        Instant seenAt,
        By by,
        List<Note> notes) {

    /** What came of it. */
    public enum State {
        WAITING,
        ENDORSED,
        TALKED,
        QUESTIONED;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Who looked, and when. */
    public record By(long personId, String user, String name, Instant at) {}

    /** Something that one of the two said. */
    public record Note(String user, String name, Instant at, String text) {}

    public Optional<By> looked() {
        return Optional.ofNullable(by);
    }

    boolean isOf(long person) {
        return personId == person;
    }

    boolean isLookedAtBy(long person) {
        return by != null && by.personId() == person;
    }
}
