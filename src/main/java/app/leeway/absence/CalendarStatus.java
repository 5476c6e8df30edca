package app.leeway.absence;

import java.time.Instant;

/**
 * How it stands with somebody's calendar.
 *
 * @param host of its address, which itself is a secret; null where no calendar is read
 * @param fetchedAt when it was last read well; null: never
 * @param problem why it could not be read lately, a code; null: nothing
 */
public record CalendarStatus(String host, Instant fetchedAt, String problem) {

    static final CalendarStatus NONE = new CalendarStatus(null, null, null);
}
