package app.leeway.notification;

import app.leeway.shared.Rows;
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
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * When somebody hears of what they are told afterwards: once a day, at the time they chose. Up to
 * when they have heard is kept in the transaction that tells them, so that nothing is told twice
 * and nothing is left out.
 */
@ApplicationScoped
public class DailyDigest {

    /** What somebody hears of when they hear for the first time, or after a long while. */
    static final Duration FIRST = Duration.ofDays(1);

    private static final Duration MOST = Duration.ofDays(7);

    /**
     * What is to be told now.
     *
     * @param after the instant up to which they had heard
     * @param until the instant up to which they hear now, included
     */
    public record Span(Instant after, Instant until) {}

    private static final String KNOW =
            "INSERT INTO telling_choice (person_id) VALUES (?) ON CONFLICT DO NOTHING";
    private static final String LOOK =
            "SELECT digest_at, digest_until FROM telling_choice WHERE person_id = ?"
                    + " FOR UPDATE SKIP LOCKED";
    private static final String HEARD =
            "UPDATE telling_choice SET digest_until = ? WHERE person_id = ?";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @Inject Clock clock;

    /**
     * Takes what is due, as told.
     *
     * @param zone in which their hours are counted
     * @return empty when it is not yet time, they want to hear nothing, or another server tells
     *     them
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Span> take(long personId, ZoneId zone) {
        Instant now = clock.instant();
        try (Connection connection = database.getConnection()) {
            Rows.update(database, KNOW, personId);
            Optional<Span> span = due(connection, personId, zone, now);
            if (span.isPresent()) {
                Rows.update(database, HEARD, now, personId);
            }
            return span;
        } catch (SQLException e) {
            throw new IllegalStateException("when somebody hears of the day is not known", e);
        }
    }

    private static Optional<Span> due(
            Connection connection, long personId, ZoneId zone, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LOOK)) {
            select.setLong(1, personId);
            try (ResultSet row = select.executeQuery()) {
                LocalTime at = row.next() ? row.getObject(1, LocalTime.class) : null;
                if (at == null) {
                    return Optional.empty();
                }
                OffsetDateTime heard = row.getObject(2, OffsetDateTime.class);
                return span(at, heard == null ? null : heard.toInstant(), zone, now);
            }
        }
    }

    /** Due when today's time has passed, and they have not heard since. */
    static Optional<Span> span(LocalTime at, Instant heard, ZoneId zone, Instant now) {
        Instant time = now.atZone(zone).toLocalDate().atTime(at).atZone(zone).toInstant();
        if (now.isBefore(time) || heard != null && !heard.isBefore(time)) {
            return Optional.empty();
        }
        Instant after = heard == null ? now.minus(FIRST) : heard;
        Instant earliest = now.minus(MOST);
        return Optional.of(new Span(after.isBefore(earliest) ? earliest : after, now));
    }
}
