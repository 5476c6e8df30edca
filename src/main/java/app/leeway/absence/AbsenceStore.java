package app.leeway.absence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Absences as rows, on the caller's connection. Those that were withdrawn are never read. */
final class AbsenceStore {

    private static final String COLUMNS =
            "SELECT id, person_id, from_at, until_at, stand_in_id, source, made_by, made_at"
                    + " FROM absence WHERE withdrawn_at IS NULL";
    private static final String IN_FORCE = COLUMNS + " AND from_at <= ? AND until_at > ?";
    private static final String NOT_OVER =
            COLUMNS + " AND until_at > ? ORDER BY from_at, until_at, id";
    private static final String OVERLAPPING = COLUMNS + " AND until_at > ? AND from_at < ?";
    private static final String ONE = COLUMNS + " AND id = ?";
    private static final String ADD =
            "INSERT INTO absence (id, person_id, from_at, until_at, stand_in_id, source,"
                    + " made_by, made_at) VALUES (?, ?, ?, ?, ?, 'hand', ?, ?)";
    private static final String STAND_IN = "UPDATE absence SET stand_in_id = ? WHERE id = ?";
    private static final String WITHDRAW =
            "UPDATE absence SET withdrawn_at = ?, withdrawn_by = ?"
                    + " WHERE id = ? AND withdrawn_at IS NULL";

    private AbsenceStore() {}

    /**
     * Until the end of the transaction nobody else makes an absence or chooses a stand-in: a circle
     * of two that each look right for themselves cannot come to be.
     */
    static void waitForOthers(Connection connection) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement(
                        "SELECT pg_advisory_xact_lock(hashtextextended('absence', 0))")) {
            lock.execute();
        }
    }

    static List<Absence> inForce(Connection connection, Instant at) throws SQLException {
        return list(connection, IN_FORCE, at, at);
    }

    /** Those that run or lie ahead, the nearest first. */
    static List<Absence> notOver(Connection connection, Instant now) throws SQLException {
        return list(connection, NOT_OVER, now);
    }

    static List<Absence> overlapping(Connection connection, Instant from, Instant until)
            throws SQLException {
        return list(connection, OVERLAPPING, from, until);
    }

    static Optional<Absence> find(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ONE)) {
            select.setObject(1, id);
            return rows(select).stream().findFirst();
        }
    }

    static void add(Connection connection, Absence absence) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setObject(1, absence.id());
            insert.setLong(2, absence.personId());
            insert.setObject(3, timestamp(absence.from()));
            insert.setObject(4, timestamp(absence.until()));
            insert.setObject(5, absence.standInId());
            insert.setLong(6, absence.madeBy());
            insert.setObject(7, timestamp(absence.madeAt()));
            insert.executeUpdate();
        }
    }

    static void setStandIn(Connection connection, UUID id, Long standInId) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(STAND_IN)) {
            update.setObject(1, standInId);
            update.setObject(2, id);
            update.executeUpdate();
        }
    }

    /**
     * @param by null: it left the calendar
     */
    static boolean withdraw(Connection connection, UUID id, Instant at, Long by)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(WITHDRAW)) {
            update.setObject(1, timestamp(at));
            update.setObject(2, by);
            update.setObject(3, id);
            return update.executeUpdate() == 1;
        }
    }

    private static List<Absence> list(Connection connection, String sql, Instant... times)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < times.length; i++) {
                select.setObject(i + 1, timestamp(times[i]));
            }
            return rows(select);
        }
    }

    private static List<Absence> rows(PreparedStatement select) throws SQLException {
        List<Absence> absences = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                absences.add(
                        new Absence(
                                row.getObject(1, UUID.class),
                                row.getLong(2),
                                instant(row, 3),
                                instant(row, 4),
                                row.getObject(5, Long.class),
                                row.getString(6).equals("calendar"),
                                row.getLong(7),
                                instant(row, 8)));
            }
        }
        return absences;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime timestamp(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
