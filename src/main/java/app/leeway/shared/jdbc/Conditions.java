package app.leeway.shared.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.SqlStatement;

/** What the rows of a list must meet, put together from parts. Values are bound, never pasted. */
public final class Conditions {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

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
        values.put(name, value);
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
        values.forEach(
                (name, value) -> {
                    if (value instanceof Collection<?> codes) {
                        statement.bindArray(name, String.class, codes);
                    } else {
                        statement.bind(name, value);
                    }
                });
        return statement;
    }
}
