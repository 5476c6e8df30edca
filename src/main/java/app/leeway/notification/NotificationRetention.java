package app.leeway.notification;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/**
 * Notifications are no record: what was read a month ago goes, and what nobody read in half a year.
 */
@ApplicationScoped
public class NotificationRetention {

    static final Duration READ = Duration.ofDays(30);
    static final Duration UNREAD = Duration.ofDays(180);

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @Inject Clock clock;

    /** Their sendings go with them. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void forget() {
        String sql = "DELETE FROM word WHERE read_at < ? OR at < ?";
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setObject(1, clock.instant().minus(READ).atOffset(ZoneOffset.UTC));
            delete.setObject(2, clock.instant().minus(UNREAD).atOffset(ZoneOffset.UTC));
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("old words could not be forgotten", e);
        }
    }
}
