package app.leeway.approval.rest;

import static app.leeway.support.GestureBuilder.a;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.AnotherServer;
import app.leeway.support.ApiAnswer;
import app.leeway.support.ApiClient;
import app.leeway.support.Awaiting;
import app.leeway.support.Books;
import app.leeway.support.GestureBuilder;
import app.leeway.support.Nordlyst;
import app.leeway.support.RunningLeeway;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** A server whose own clock is ahead of the database's. */
class WrongClockIT {

    private static final long TWO_MINUTES_MS = 120_000;

    /** Half of the slowest answer that the database's time is learnt from. */
    private static final long ERROR_MS = 500;

    private final Nordlyst nordlyst = Nordlyst.running();

    @Test
    void P16_P13_a_customers_two_minutes_are_two_minutes_of_the_database() throws Exception {
        try (AnotherServer ahead =
                AnotherServer.startedAloneWithClock(
                        RunningLeeway.shared(), "clock-far-ahead", 150)) {
            Books books = new Books(ahead.database());
            ApiClient hedda = nordlyst.as("hedda", ahead.url());
            long before = now(books);
            String first = asked(hedda, "C-1001");
            String waiting = asked(hedda, "C-1007");
            String last = asked(hedda, "C-1009");
            long after = now(books);

            assertThat(
                            books.figure(
                                    "SELECT count(*) FROM approval_timer WHERE due_at BETWEEN"
                                            + " to_timestamp(%d / 1000.0) AND to_timestamp(%d / 1000.0)"
                                                    .formatted(
                                                            before + TWO_MINUTES_MS - ERROR_MS,
                                                            after + TWO_MINUTES_MS + ERROR_MS)))
                    .as("due in two minutes of the database")
                    .isEqualTo(3);
            comesDue(books, first, "clock_timestamp()");
            Awaiting.until("its time has come", () -> hasRung(books, first));
            comesDue(books, waiting, "clock_timestamp() + interval '2 minutes'");
            comesDue(books, last, "clock_timestamp()");
            Awaiting.until("this one's too, so the timer was there", () -> hasRung(books, last));
            assertThat(hasRung(books, waiting)).as("whose two minutes are not over").isFalse();

            HttpResponse<String> health = ready(ahead);
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(clock(health).get("status").asText()).isEqualTo("DOWN");
            assertThat(clock(health).at("/data/aheadMillis").asLong())
                    .isBetween(149_000L, 151_000L);
        }
    }

    @Test
    void P16_a_server_that_is_a_little_ahead_works_and_says_so() throws Exception {
        try (AnotherServer ahead =
                AnotherServer.startedBesideWithClock(
                        RunningLeeway.shared(), "clock-a-little-ahead", 5)) {
            HttpResponse<String> health = ready(ahead);

            assertThat(health.statusCode()).as(health.body()).isEqualTo(200);
            assertThat(clock(health).at("/data/aheadMillis").asLong()).isBetween(4_000L, 6_000L);
            assertThat(clock(health).at("/data/wrong").asBoolean()).isTrue();
            assertThat(ahead.log()).containsOnlyOnce("The clock of this server is wrong: ");
            assertThat(get(ahead, "/metrics?scope=application").body())
                    .containsPattern("(?m)^leeway_clock_ahead\\S* [45]\\d{3}");
        }
    }

    private static String asked(ApiClient client, String customer) {
        GestureBuilder waiting =
                a("goodwill").of("1400.00").to(customer).asked().with("customerWaiting", 2);
        ApiAnswer answer = client.logs(waiting);
        assertThat(answer.text("state")).as(answer.body()).isEqualTo("awaiting-approval");
        return answer.text("id");
    }

    private static long now(Books books) {
        return books.figure("SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint");
    }

    private static void comesDue(Books books, String id, String at) {
        books.write("UPDATE approval SET due_at = %s WHERE id = '%s'".formatted(at, id));
        books.write(
                "UPDATE approval_timer SET due_at = %s WHERE approval_id = '%s'".formatted(at, id));
    }

    private static boolean hasRung(Books books, String id) {
        return books.figure(
                        "SELECT count(*) FROM approval_timer WHERE what = 'fallback'"
                                + " AND approval_id = '%s'".formatted(id))
                == 0;
    }

    private static HttpResponse<String> ready(AnotherServer server) throws Exception {
        return get(server, "/health/ready");
    }

    private static HttpResponse<String> get(AnotherServer server, String path) throws Exception {
        URI address = server.url().resolve(path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private static JsonNode clock(HttpResponse<String> health) throws Exception {
        for (JsonNode check : new ObjectMapper().readTree(health.body()).get("checks")) {
            if ("clock".equals(check.get("name").asText())) {
                return check;
            }
        }
        throw new AssertionError("no word of the clock: " + health.body());
    }
}
