package app.leeway.notification;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How somebody wants to be told. In the app everybody is, always.
 *
 * @param push whether devices that agreed are told
 * @param mailTo an address for mail; null: no mail
 * @param quiet hours without push and mail; null: none
 * @param urgentAlways whether a customer who waits breaks the quiet
 * @param digestAt when those told afterwards hear of the day, in the zone of their place; null:
 *     never
 */
public record NotificationChoice(
        boolean push, String mailTo, QuietHours quiet, boolean urgentAlways, LocalTime digestAt) {

    /** Until somebody chooses. */
    static final NotificationChoice USUAL =
            new NotificationChoice(true, null, null, false, LocalTime.of(16, 0));

    /**
     * When a notification may leave the app.
     *
     * @return empty for what is urgent now and would be stale when the quiet ends
     */
    Optional<Instant> when(Instant now, boolean urgent, ZoneId zone) {
        if (quiet == null || urgent && urgentAlways) {
            return Optional.of(now);
        }
        if (urgent && quiet.holds(now, zone)) {
            return Optional.empty();
        }
        return Optional.of(quiet.after(now, zone));
    }
}
