package app.leeway.organization;

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
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * Who is there: seen at a desk or with a phone in the last minutes. A page that is open asks every
 * half minute whether there is news, so that whoever has one open is there.
 *
 * <p>Nothing more is kept than the last time, written once a minute at most.
 */
@ApplicationScoped
public class Presence {

    static final Duration LATELY = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final String SEEN =
            "INSERT INTO presence (person_id, seen_at) VALUES (?, ?)"
                    + " ON CONFLICT (person_id) DO UPDATE SET seen_at = excluded.seen_at"
                    + " WHERE presence.seen_at < excluded.seen_at";
    private static final String PRESENT =
            "SELECT person_id FROM presence WHERE person_id = ANY (?) AND seen_at > ?";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @Inject Clock clock;

    private final Map<Long, Instant> written = new ConcurrentHashMap<>();

    /** Somebody is at a desk or holds a phone now. */
    @Transactional
    public void seen(long personId) {
        Instant now = clock.instant();
        Instant then = written.get(personId);
        if (then != null && now.isBefore(then.plus(PAUSE))) {
            return;
        }
        written.put(personId, now);
        try (Connection connection = database.getConnection();
                PreparedStatement write = connection.prepareStatement(SEEN)) {
            write.setLong(1, personId);
            write.setObject(2, timestamp(now));
            write.executeUpdate();
        } catch (SQLException e) {
            written.remove(personId);
            throw new IllegalStateException("that somebody is there could not be kept", e);
        }
    }

    /** Those of them who were seen in the last three minutes. */
    @Transactional // or the connection stays with the request: see CompanyRevision
    public Set<Long> present(Collection<Long> people) {
        if (people.isEmpty()) {
            return Set.of();
        }
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(PRESENT)) {
            select.setArray(1, connection.createArrayOf("bigint", people.toArray()));
            select.setObject(2, timestamp(clock.instant().minus(LATELY)));
            Set<Long> present = new HashSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    present.add(row.getLong(1));
                }
            }
            return present;
        } catch (SQLException e) {
            throw new IllegalStateException("who is there could not be read", e);
        }
    }

    private static OffsetDateTime timestamp(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
