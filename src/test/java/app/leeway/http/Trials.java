package app.leeway.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.ApiAnswer;
import app.leeway.support.ApiClient;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Every operation as somebody of another region tries it, and how answers to them look. Operations
 * are written as {@code GET /me}.
 */
public final class Trials {

    private final Set<String> open = new TreeSet<>();
    private final SortedMap<String, Consumer<ApiClient>> closed = new TreeMap<>();

    /** What everybody of the company may know, or what concerns the caller alone. */
    public void open(String... operations) {
        for (String operation : operations) {
            mustBeNew(operation);
            open.add(operation);
        }
    }

    /**
     * @param trial calls the operation, and fails when it gives more than it may
     */
    public void closed(String operation, Consumer<ApiClient> trial) {
        mustBeNew(operation);
        closed.put(operation, trial);
    }

    private void mustBeNew(String operation) {
        assertThat(open.contains(operation) || closed.containsKey(operation))
                .as("probed twice: " + operation)
                .isFalse();
    }

    /** As the API's document names them. */
    Set<String> operations() {
        Set<String> all = new TreeSet<>();
        for (Set<String> some : List.of(open, closed.keySet())) {
            some.forEach(operation -> all.add(operation.replaceFirst(" ", " /api/v1")));
        }
        return all;
    }

    void by(ApiClient caller) {
        closed.values().forEach(trial -> trial.accept(caller));
    }

    public static ApiAnswer bare(ApiClient client, String method, String path) {
        return client.send(method, path, null, (String) null);
    }

    public static ApiAnswer post(ApiClient client, String path, String mediaType) {
        return client.withNewKey().send("POST", path, mediaType, "x");
    }

    public static void outside(ApiAnswer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("outside-your-area");
    }

    public static void notAllowed(ApiAnswer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("not-allowed");
    }

    public static void notFound(ApiAnswer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(404);
    }

    public static void nothing(ApiAnswer answer) {
        assertThat(answer.json().get("items")).isEmpty();
    }
}
