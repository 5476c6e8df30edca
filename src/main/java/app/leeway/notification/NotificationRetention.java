package app.leeway.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

/**
 * Notifications are no record: what was read a month ago goes, and what nobody read in half a year.
 */
@ApplicationScoped
public class NotificationRetention {

    static final Duration READ = Duration.ofDays(30);
    static final Duration UNREAD = Duration.ofDays(180);

    @Inject Jdbi jdbi;

    @Inject Clock clock;

    /** Their sendings go with them. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void forget() {
        jdbi.useHandle(
                handle ->
                        handle.execute(
                                "DELETE FROM word WHERE read_at < ? OR at < ?",
                                clock.instant().minus(READ),
                                clock.instant().minus(UNREAD)));
    }
}
