package app.leeway.shared.jdbc;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * A row as a record: each column goes to the component of its name, {@code stand_in_id} to {@code
 * standInId}. Columns and components must match one for one, whatever their order.
 *
 * <p>Design notice: Jdbi's own mapper of constructors reaches public types only, and what a store
 * reads is mostly nobody else's business.
 */
public final class RecordMapper<T extends Record> implements RowMapper<T> {

    private final Constructor<T> constructor;
    private final RecordComponent[] components;

    private RecordMapper(Class<T> type) {
        components = type.getRecordComponents();
        Class<?>[] parameters =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            constructor = type.getDeclaredConstructor(parameters);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has a canonical constructor", e);
        }
        constructor.setAccessible(true);
    }

    public static <T extends Record> RecordMapper<T> of(Class<T> type) {
        return new RecordMapper<>(type);
    }

    @Override
    public T map(ResultSet row, StatementContext context) throws SQLException {
        return specialize(row, context).map(row, context);
    }

    /**
     * @throws IllegalStateException when a component has no column, or a column no component
     */
    @Override
    public RowMapper<T> specialize(ResultSet rows, StatementContext context) throws SQLException {
        int[] columns = columns(rows.getMetaData());
        ColumnMapper<?>[] mappers = new ColumnMapper<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            mappers[i] =
                    context.findColumnMapperFor(component.getGenericType())
                            .orElseThrow(() -> mismatch("nothing reads " + component));
        }
        return (row, of) -> {
            Object[] values = new Object[mappers.length];
            for (int i = 0; i < mappers.length; i++) {
                values[i] = mappers[i].map(row, columns[i], of);
            }
            return made(values);
        };
    }

    /** The column of each component, from 1. */
    private int[] columns(ResultSetMetaData rows) throws SQLException {
        if (rows.getColumnCount() != components.length) {
            throw mismatch(rows.getColumnCount() + " columns for " + components.length);
        }
        int[] columns = new int[components.length];
        for (int i = 0; i < components.length; i++) {
            columns[i] = column(components[i].getName(), rows);
        }
        return columns;
    }

    private int column(String component, ResultSetMetaData rows) throws SQLException {
        for (int column = 1; column <= rows.getColumnCount(); column++) {
            String label = rows.getColumnLabel(column).toLowerCase(Locale.ROOT).replace("_", "");
            if (label.equals(component.toLowerCase(Locale.ROOT))) {
                return column;
            }
        }
        throw mismatch("no column for " + component);
    }

    private T made(Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw mismatch(e.getCause().getMessage());
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException("a record can be made", e);
        }
    }

    private IllegalStateException mismatch(String how) {
        return new IllegalStateException(
                constructor.getDeclaringClass().getName() + " cannot be read: " + how);
    }
}
