package app.leeway.shared.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.SqlStatement;

/** What the rows of a list must meet, put together from parts. Values are bound, never pasted. */
public final class Conditions {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Consumer<SqlStatement<?>>> values = new LinkedHashMap<>();

    public Conditions and(String condition) {
        conditions.add(condition);
        return this;
    }

    /**
     * @param name of a parameter of the condition, or of another one
     * @param value not null; codes are bound as an array of texts
     */
    public Conditions and(String condition, String name, Object value) {
        return bind(name, value).and(condition);
    }

    /** Another value, for a condition with several. */
    public Conditions bind(String name, Object value) {
        if (value instanceof Collection<?> codes) {
            return bind(name, String.class, codes);
        }
        return put(name, statement -> statement.bind(name, value));
    }

    /** Values that are bound as an array. */
    public Conditions bind(String name, Class<?> type, Collection<?> all) {
        return put(name, statement -> statement.bindArray(name, type, all));
    }

    private Conditions put(String name, Consumer<SqlStatement<?>> value) {
        if (values.put(name, value) != null) {
            throw new IllegalArgumentException("two values are called " + name);
        }
        return this;
    }

    /** As {@link #and(String, String, Object)}; nothing when there is no value. */
    public Conditions andIfGiven(String condition, String name, Object value) {
        return value == null ? this : and(condition, name, value);
    }

    /** With the word {@code WHERE}; empty when everything is wanted. */
    public String where() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions) + " ";
    }

    /** Binds all values to a statement that holds {@link #where()}. */
    public <S extends SqlStatement<S>> S bindTo(S statement) {
        values.values().forEach(value -> value.accept(statement));
        return statement;
    }
}
