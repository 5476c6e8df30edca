package app.leeway.gesture;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is sealed of a gesture, as it stands in the database.
 *
 * @param columns values by name, as {@link GestureSeal} takes them
 * @param salt null once it is erased, or where it never was
 */
record SealedRow(Map<String, Object> columns, List<String> bends, byte[] salt) {

    private static final Set<String> TIMES = Set.of("judged_for", "received_at");

    private static final byte[] NONE = new byte[GestureSeal.SALT_LENGTH];

    /** Of {@code gesture g}. */
    static final String COLUMNS =
            Stream.concat(GestureSeal.CONTENT.stream(), GestureSeal.PERSONAL.stream())
                            .map(name -> "g." + name)
                            .collect(Collectors.joining(", "))
                    + ", g.salt, array(SELECT b.clause FROM gesture_bend b"
                    + " WHERE b.gesture_id = g.id) AS bends";

    static SealedRow read(ResultSet row) throws SQLException {
        Map<String, Object> columns = new HashMap<>();
        for (String name : GestureSeal.CONTENT) {
            columns.put(
                    name,
                    TIMES.contains(name)
                            ? row.getObject(name, OffsetDateTime.class).toInstant()
                            : row.getObject(name));
        }
        for (String name : GestureSeal.PERSONAL) {
            columns.put(name, row.getObject(name));
        }
        return new SealedRow(
                columns,
                List.of((String[]) row.getArray("bends").getArray()),
                row.getBytes("salt"));
    }

    boolean hasSalt() {
        return salt != null;
    }

    /** Its personal part says nothing where the salt is gone. */
    GestureSeal seal() {
        return GestureSeal.of(columns, bends, hasSalt() ? salt : NONE);
    }
}
