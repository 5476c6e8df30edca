package app.leeway.gesture;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.result.RowView;

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

    static SealedRow read(RowView row) {
        Map<String, Object> columns = new HashMap<>();
        for (String name : GestureSeal.CONTENT) {
            columns.put(
                    name,
                    TIMES.contains(name)
                            ? row.getColumn(name, Instant.class)
                            : row.getColumn(name, Object.class));
        }
        for (String name : GestureSeal.PERSONAL) {
            columns.put(name, row.getColumn(name, Object.class));
        }
        return new SealedRow(
                columns,
                List.of(row.getColumn("bends", String[].class)),
                row.getColumn("salt", byte[].class));
    }

    boolean hasSalt() {
        return salt != null;
    }

    /** Its personal part says nothing where the salt is gone. */
    GestureSeal seal() {
        return GestureSeal.of(columns, bends, hasSalt() ? salt : NONE);
    }
}
