package app.leeway.absence;

import java.net.URI;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Calendars and what came of them, as rows, on the caller's connection. */
final class CalendarStore {

    private static final String SUBSCRIBE =
            "INSERT INTO calendar_feed (person_id, url, due_at, fetched_at) VALUES (?, ?, ?, ?)"
                    + " ON CONFLICT (person_id) DO UPDATE SET url = excluded.url,"
                    + " due_at = excluded.due_at, fetched_at = excluded.fetched_at, problem = NULL";
    private static final String TAKE =
            "UPDATE calendar_feed SET due_at = ? WHERE person_id = ("
                    + "SELECT f.person_id FROM calendar_feed f JOIN person p ON p.id = f.person_id"
                    + " WHERE f.due_at <= ? AND p.active ORDER BY f.due_at LIMIT 1"
                    + " FOR UPDATE OF f SKIP LOCKED) RETURNING person_id, url";
    private static final String OUTCOME =
            "UPDATE calendar_feed SET problem = ?, fetched_at = coalesce(?, fetched_at)"
                    + " WHERE person_id = ?";
    private static final String STATUS =
            "SELECT url, fetched_at, problem FROM calendar_feed WHERE person_id = ?";

    /** What somebody withdrew by hand stays withdrawn; what had left the calendar comes back. */
    private static final String KEEP =
            "INSERT INTO absence (id, person_id, from_at, until_at, source, source_uid, made_by,"
                    + " made_at) VALUES (?, ?, ?, ?, 'calendar', ?, ?, ?)"
                    + " ON CONFLICT (person_id, source_uid) DO UPDATE SET"
                    + " from_at = excluded.from_at, until_at = excluded.until_at,"
                    + " withdrawn_at = NULL WHERE absence.withdrawn_by IS NULL"
                    + " AND (absence.from_at, absence.until_at, absence.withdrawn_at)"
                    + " IS DISTINCT FROM (excluded.from_at, excluded.until_at, NULL)";

    private static final String LEAVE =
            "UPDATE absence SET withdrawn_at = ? WHERE person_id = ? AND source = 'calendar'"
                    + " AND until_at > ? AND withdrawn_at IS NULL AND NOT source_uid = ANY (?)";

    /** A calendar that is due. */
    record Due(long personId, String url) {}

    private CalendarStore() {}

    static void subscribe(
            Connection connection, long personId, String url, Instant due, Instant now)
            throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(SUBSCRIBE)) {
            write.setLong(1, personId);
            write.setString(2, url);
            write.setObject(3, AbsenceStore.timestamp(due));
            write.setObject(4, AbsenceStore.timestamp(now));
            write.executeUpdate();
        }
    }

    static void forget(Connection connection, long personId) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM calendar_feed WHERE person_id = ?")) {
            delete.setLong(1, personId);
            delete.executeUpdate();
        }
    }

    /** One that is due, whose next time is set before anybody looks at it. */
    static Optional<Due> take(Connection connection, Instant now, Instant next)
            throws SQLException {
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setObject(1, AbsenceStore.timestamp(next));
            take.setObject(2, AbsenceStore.timestamp(now));
            try (ResultSet row = take.executeQuery()) {
                return row.next()
                        ? Optional.of(new Due(row.getLong(1), row.getString(2)))
                        : Optional.empty();
            }
        }
    }

    /**
     * @param problem null: it was read well
     */
    static void outcome(Connection connection, long personId, String problem, Instant readWell)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(OUTCOME)) {
            update.setString(1, problem);
            update.setObject(2, readWell == null ? null : AbsenceStore.timestamp(readWell));
            update.setLong(3, personId);
            update.executeUpdate();
        }
    }

    static CalendarStatus status(Connection connection, long personId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(STATUS)) {
            select.setLong(1, personId);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return CalendarStatus.NONE;
                }
                OffsetDateTime fetched = row.getObject(2, OffsetDateTime.class);
                return new CalendarStatus(
                        URI.create(row.getString(1)).getHost(),
                        fetched == null ? null : fetched.toInstant(),
                        row.getString(3));
            }
        }
    }

    /**
     * Makes the absences of the calendar those that it has now.
     *
     * @return how many changed
     */
    static int replace(Connection connection, long personId, List<AwayTime> times, Instant now)
            throws SQLException {
        int changed = 0;
        try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
            for (AwayTime time : times) {
                keep.setObject(1, UUID.randomUUID());
                keep.setLong(2, personId);
                keep.setObject(3, AbsenceStore.timestamp(time.from()));
                keep.setObject(4, AbsenceStore.timestamp(time.until()));
                keep.setString(5, time.key());
                keep.setLong(6, personId);
                keep.setObject(7, AbsenceStore.timestamp(now));
                keep.addBatch();
            }
            for (int rows : keep.executeBatch()) {
                changed += Math.max(rows, 0);
            }
        }
        return changed + withdrawOthers(connection, personId, times, now);
    }

    private static int withdrawOthers(
            Connection connection, long personId, List<AwayTime> times, Instant now)
            throws SQLException {
        Array keys = connection.createArrayOf("text", times.stream().map(AwayTime::key).toArray());
        try (PreparedStatement leave = connection.prepareStatement(LEAVE)) {
            leave.setObject(1, AbsenceStore.timestamp(now));
            leave.setLong(2, personId);
            leave.setObject(3, AbsenceStore.timestamp(now));
            leave.setArray(4, keys);
            return leave.executeUpdate();
        }
    }
}
