package app.leeway.approval.rest;

import static app.leeway.support.GestureBuilder.a;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.ApiAnswer;
import app.leeway.support.ApiClient;
import app.leeway.support.GestureBuilder;
import app.leeway.support.Nordlyst;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** People of the demo company who ask for something, and those who decide it. */
final class Asking {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final Nordlyst nordlyst = Nordlyst.running();

    ApiClient as(String user) {
        return nordlyst.as(user);
    }

    String asks(String user, String amount) {
        return asks(user, a("goodwill").of(amount).to("C-1001").at("krogen").asked());
    }

    String asks(String user, GestureBuilder gesture) {
        ApiAnswer answer = as(user).logs(gesture);
        assertThat(answer.text("state")).as(answer.body()).isEqualTo("awaiting-approval");
        return answer.text("id");
    }

    ApiAnswer does(String user, String id, String verb) {
        return does(user, id, verb, "{}");
    }

    ApiAnswer does(String user, String id, String verb, String body) {
        return as(user).withNewKey().post("/approvals/" + id + "/" + verb, body);
    }

    ApiAnswer seen(String user, String id) {
        return as(user).get("/approvals/" + id);
    }

    String state(String id) {
        return seen("axel", id).text("approval.state");
    }

    List<String> inbox(String user) {
        return as(user).get("/approvals").texts("items", "id");
    }

    List<String> words(String user, String id) {
        return as(user)
                .get("/notifications?limit=200")
                .json()
                .get("items")
                .findParents("what")
                .stream()
                .filter(word -> word.get("subject").asText().equals(id))
                .map(word -> word.get("what").asText())
                .toList();
    }

    /** The clock of an exception runs out at this moment, in every respect. */
    void rings(String id, String what) {
        nordlyst.books()
                .write(
                        "UPDATE approval SET due_at = now() WHERE id = '"
                                + id
                                + "'; UPDATE approval_timer SET due_at = now() WHERE approval_id = '"
                                + id
                                + "' AND what = '"
                                + what
                                + "'");
    }

    /** As if it had been asked for an hour ago. */
    void wasAskedAnHourAgo(String id) {
        nordlyst.books()
                .write(
                        "UPDATE approval SET asked_at = asked_at - interval '1 hour' WHERE id = '"
                                + id
                                + "'");
    }

    /** Waits until it is so; fails when it takes too long. */
    void until(String what, Supplier<Boolean> so) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!so.get()) {
            assertThat(Instant.now()).as("still not: " + what).isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    void booksAreInOrder() {
        ApiAnswer reconciliation = as("axel").get("/budgets/reconciliation");
        assertThat(reconciliation.text("ok")).as(reconciliation.body()).isEqualTo("true");
        assertThat(as("axel").get("/audit/check").text("ok")).isEqualTo("true");
    }
}
