package app.leeway.http;

import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;
import java.util.function.Function;

/**
 * A stretch of a list.
 *
 * @param next to be sent as {@code after} for the stretch that follows; null at the end
 */
@JsonbNillable
public record Page<T>(List<T> items, String next) {

    /** All there is. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }

    /**
     * @param found up to one item more than asked for, by which it shows that something follows
     * @param position of an item in the list, to go on after
     */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> position) {
        if (found.size() <= limit) {
            return whole(found);
        }
        List<T> items = List.copyOf(found.subList(0, limit));
        return new Page<>(items, Cursor.of(position.apply(items.get(limit - 1))));
    }

    /** The same stretch in another form. */
    public <R> Page<R> map(Function<T, R> form) {
        return new Page<>(items.stream().map(form).toList(), next);
    }
}
