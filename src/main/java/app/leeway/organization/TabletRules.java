package app.leeway.organization;

import java.time.Duration;

/**
 * What the company says of its tablets.
 *
 * @param offlineFor how long a tablet's page stays open without the server's word that its person
 *     is signed in; null: as usual
 */
public record TabletRules(Duration offlineFor) {

    /** Nothing is said. */
    public static final TabletRules USUAL = new TabletRules(null);

    private static final Duration USUAL_OFFLINE = Duration.ofHours(12);

    public Duration untilClosed() {
        return offlineFor == null ? USUAL_OFFLINE : offlineFor;
    }
}
