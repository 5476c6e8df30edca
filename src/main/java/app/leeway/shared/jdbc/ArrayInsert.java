package app.leeway.shared.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * Any number of rows written to one table by one statement, with one array per column.
 *
 * <p>Design notice: JPA writes row by row; on the write path the number of statements is what a
 * gesture costs, so what a batch must leave behind goes to each table in one.
 */
public final class ArrayInsert {

    private record Column(String name, String type) {}

    private final String table;
    private final List<Column> columns;
    private final List<Object[]> rows = new ArrayList<>();
    private String otherwise = "";

    /**
     * @param columns each as {@code name type}, in the order of the values
     */
    public ArrayInsert(String table, String... columns) {
        this.table = table;
        this.columns =
                Stream.of(columns)
                        .map(
                                c ->
                                        new Column(
                                                c.substring(0, c.indexOf(' ')),
                                                c.substring(c.indexOf(' ') + 1)))
                        .toList();
    }

    public ArrayInsert add(Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(
                    table + " takes " + columns.size() + " values, not " + values.length);
        }
        rows.add(values);
        return this;
    }

    /**
     * What becomes of rows that are there already.
     *
     * @param conflict what follows {@code ON CONFLICT}
     */
    public ArrayInsert onConflict(String conflict) {
        otherwise = " ON CONFLICT " + conflict;
        return this;
    }

    /** Writes all rows; nothing happens when there are none. */
    public void write(Handle handle) {
        int written = writeNew(handle);
        if (written != rows.size()) {
            throw new IllegalStateException(
                    written + " of " + rows.size() + " rows were written to " + table);
        }
    }

    /**
     * Writes those rows that meet no other, as {@link #onConflict} says.
     *
     * @return how many were written
     */
    public int writeNew(Handle handle) {
        if (rows.isEmpty()) {
            return 0;
        }
        Update insert = handle.createUpdate(sql());
        for (int i = 0; i < columns.size(); i++) {
            String type = columns.get(i).type();
            Object[] values = values(i, type);
            insert.bind(
                    i,
                    (position, statement, context) ->
                            statement.setArray(
                                    position, handle.getConnection().createArrayOf(type, values)));
        }
        return insert.execute();
    }

    /** The driver takes bytes only in an array of their own type. */
    private Object[] values(int column, String type) {
        Stream<Object> values = rows.stream().map(row -> row[column]);
        return "bytea".equals(type)
                ? values.map(byte[].class::cast).toArray(byte[][]::new)
                : values.toArray();
    }

    private String sql() {
        return "INSERT INTO "
                + table
                + " ("
                + columns.stream().map(Column::name).collect(Collectors.joining(", "))
                + ") SELECT * FROM unnest("
                + columns.stream()
                        .map(c -> "?::" + c.type() + "[]")
                        .collect(Collectors.joining(", "))
                + ")"
                + otherwise;
    }
}
