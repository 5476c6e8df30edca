package app.leeway.spotcheck;

import app.leeway.shared.LocalizedText;
import app.leeway.shared.Money;
import app.leeway.shared.Rows;
import java.sql.Array;
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

/** Looks as rows, on the caller's connection. */
final class SpotCheckStore {

    private static final String LOOK =
            "SELECT g.id, l.why, l.state, k.name_sv, k.name_en, g.person_id, p.user_name, p.name,"
                    + " g.place, u.name_sv, u.name_en, cu.name, g.cost_minor, c.currency,"
                    + " g.judged_for, array(SELECT b.clause FROM gesture_bend b"
                    + " WHERE b.gesture_id = g.id ORDER BY b.clause), l.drawn_at,"
                    + " l.seen_by_person_at, l.by_person, e.user_name, e.name, l.at"
                    + " FROM company c, look l JOIN gesture g ON g.id = l.gesture_id"
                    + " JOIN kind k ON k.code = g.kind JOIN person p ON p.id = g.person_id"
                    + " JOIN org_unit u ON u.code = g.place"
                    + " LEFT JOIN customer cu ON cu.id = g.customer_id"
                    + " LEFT JOIN person e ON e.id = l.by_person";
    private static final String NOTES =
            "SELECT p.user_name, p.name, n.at, n.text FROM look_note n"
                    + " JOIN person p ON p.id = n.by_person WHERE n.gesture_id = ? ORDER BY n.id";
    private static final String LOCK = "SELECT 1 FROM look WHERE gesture_id = ? FOR UPDATE";
    private static final String SAVE =
            "UPDATE look SET state = ?, by_person = ?, at = ? WHERE gesture_id = ?";
    private static final String SEEN =
            "UPDATE look SET seen_by_person_at = coalesce(seen_by_person_at, ?)"
                    + " WHERE gesture_id = ?";
    private static final String SAY =
            "INSERT INTO look_note (gesture_id, by_person, at, text) VALUES (?, ?, ?, ?)";
    private static final String ASK =
            "INSERT INTO rule_question (gesture_id, clause, guardrail, text, by_person, at)"
                    + " VALUES (?, ?, ?, ?, ?, ?)";

    private final Connection connection;

    SpotCheckStore(Connection connection) {
        this.connection = connection;
    }

    /**
     * @param where a condition, its values bound in order
     */
    List<SpotCheck> list(String where, Object... values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LOOK + " WHERE " + where)) {
            for (int i = 0; i < values.length; i++) {
                Object value = values[i];
                if (value instanceof Instant instant) {
                    select.setObject(i + 1, timestamp(instant));
                } else if (value instanceof java.util.Set<?> codes) {
                    select.setArray(i + 1, connection.createArrayOf("text", codes.toArray()));
                } else {
                    select.setObject(i + 1, value);
                }
            }
            List<SpotCheck> spotChecks = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    spotChecks.add(spotCheck(row));
                }
            }
            return spotChecks;
        }
    }

    /** The look, nobody else's until the transaction ends. */
    Optional<SpotCheck> take(UUID id) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setObject(1, id);
            lock.executeQuery().close();
        }
        return find(id);
    }

    Optional<SpotCheck> find(UUID id) throws SQLException {
        return list("l.gesture_id = ?", id).stream().findFirst();
    }

    List<SpotCheck.Note> notes(UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NOTES)) {
            select.setObject(1, id);
            List<SpotCheck.Note> notes = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    notes.add(
                            new SpotCheck.Note(
                                    row.getString(1),
                                    row.getString(2),
                                    Rows.instant(row, 3),
                                    row.getString(4)));
                }
            }
            return notes;
        }
    }

    void save(UUID id, SpotCheck.State state, long by, Instant at) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(SAVE)) {
            update.setString(1, state.code());
            update.setLong(2, by);
            update.setObject(3, timestamp(at));
            update.setObject(4, id);
            update.executeUpdate();
        }
    }

    void seen(UUID id, Instant at) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(SEEN)) {
            update.setObject(1, timestamp(at));
            update.setObject(2, id);
            update.executeUpdate();
        }
    }

    void say(UUID id, long by, Instant at, String text) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(SAY)) {
            insert.setObject(1, id);
            insert.setLong(2, by);
            insert.setObject(3, timestamp(at));
            insert.setString(4, text);
            insert.executeUpdate();
        }
    }

    void ask(UUID id, String clause, String guardrail, String text, long by, Instant at)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ASK)) {
            insert.setObject(1, id);
            insert.setString(2, clause);
            insert.setString(3, guardrail);
            insert.setString(4, text);
            insert.setLong(5, by);
            insert.setObject(6, timestamp(at));
            insert.executeUpdate();
        }
    }

    private static SpotCheck spotCheck(ResultSet row) throws SQLException {
        Array bends = row.getArray(16);
        Long by = row.getObject(19, Long.class);
        return new SpotCheck(
                row.getObject(1, UUID.class),
                row.getString(2),
                SpotCheck.State.of(row.getString(3)),
                new LocalizedText(row.getString(4), row.getString(5)),
                row.getLong(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                new LocalizedText(row.getString(10), row.getString(11)),
                row.getString(12),
                Money.of(row.getLong(13), row.getString(14)),
                Rows.instant(row, 15),
                List.of((String[]) bends.getArray()),
                Rows.instant(row, 17),
                Rows.instant(row, 18),
                by == null
                        ? null
                        : new SpotCheck.By(
                                by, row.getString(20), row.getString(21), Rows.instant(row, 22)),
                List.of());
    }

    private static OffsetDateTime timestamp(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
