package app.leeway.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.AnotherServer;
import app.leeway.support.ApiAnswer;
import app.leeway.support.ApiClient;
import app.leeway.support.Books;
import app.leeway.support.LocalKafka;
import app.leeway.support.Nordlyst;
import app.leeway.support.RunningLeeway;
import app.leeway.support.Waiting;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The same hundred thousand outcomes by three ways at once, each of them by one way at least and
 * some by all, shuffled, some twice, while the server is killed: what is kept is the set of them.
 */
class ExactlyOnceIT {

    private static final int COUNT = 100_000;
    private static final int BATCH = 2000;
    private static final String TOPIC = "leeway.outcomes";
    private static final String GROUP = "leeway";
    private static final Told EVENT = new Told("e1", "purchase", "c1", 59, "9.50", "");

    private final Nordlyst nordlyst = Nordlyst.running();
    private final Random chance = new Random(20261125);
    private final List<Told> all = IntStream.range(0, COUNT).mapToObj(this::told).toList();

    private LocalKafka kafka;
    private AnotherServer first;
    private AnotherServer second;

    /** One outcome, as each of the ways writes it. */
    private record Told(
            String id, String type, String customer, int second, String amount, String corrects) {

        String time() {
            return "2026-%02d-%02dT10:%02d:00Z"
                    .formatted(1 + second % 9, 1 + second % 28, second % 60);
        }

        String json() {
            return "{\"source\":\"crowd\",\"id\":\"%s\",\"type\":\"%s\",\"customer\":\"%s\",\"time\":\"%s\",\"amount\":{\"amount\":\"%s\",\"currency\":\"SEK\"}%s}"
                    .formatted(
                            id,
                            type,
                            customer,
                            time(),
                            amount,
                            corrects.isEmpty() ? "" : ",\"corrects\":\"" + corrects + "\"");
        }

        String line() {
            return String.join(",", "crowd", id, type, customer, time(), amount, "SEK", corrects);
        }

        String row() {
            return String.join("|", id, type, customer, time(), amount, corrects);
        }
    }

    private Told told(int i) {
        boolean isCorrection =
                i % 10 == 9; // of one that may come later, or has come by another way
        return new Told(
                "o" + i,
                i % 7 == 6 && !isCorrection ? "return" : "purchase",
                "c" + chance.nextInt(2000),
                chance.nextInt(100_000),
                (1 + chance.nextInt(900)) + ".50",
                isCorrection ? "o" + (i - 9) : "");
    }

    @BeforeEach
    void a_broker_and_a_server_that_listens() {
        kafka = LocalKafka.started("kafka");
        kafka.makeTopic(TOPIC, 3);
        first = AnotherServer.startedListening(RunningLeeway.shared(), "listening-1", kafka);
    }

    @AfterEach
    void they_end() {
        for (AutoCloseable one : new AutoCloseable[] {second, first, kafka}) {
            closeIfThere(one);
        }
    }

    @Test
    void p4_what_came_by_three_ways_through_a_kill_is_the_set_of_it() throws Exception {
        int[] ways = chance.ints(COUNT, 1, 8).toArray();
        List<Told> streamed = shuffled(ways, 1);
        List<List<Told>> posted = batches(shuffled(ways, 2));
        String file =
                Stream.concat(
                                Stream.of("source,id,type,customer,time,amount,currency,corrects"),
                                shuffled(ways, 4).stream().map(Told::line))
                        .collect(Collectors.joining("\n"));

        streamOddOnes();
        CompletableFuture<Void> streaming = CompletableFuture.runAsync(() -> stream(streamed));
        bring(first, file);
        int taken = post(first, posted, 0, posted.size() / 3);
        first.kill();
        assertThat(books().figure("SELECT count(*) FROM outcome")).isBetween(1L, COUNT - 1L);
        second =
                AnotherServer.startedListening(first, RunningLeeway.shared(), "listening-2", kafka);
        String again = bring(second, file);
        post(second, posted, Math.max(0, taken - 3), posted.size());
        streaming.join();
        Waiting.until(
                "the file is read",
                Duration.ofMinutes(2),
                () -> "done".equals(steward(second).get("/outcomes/files/" + again).text("state")));
        Waiting.until(
                "the stream is read", Duration.ofMinutes(2), () -> kafka.lag(GROUP, TOPIC) == 0);

        assertThat(kept())
                .isEqualTo(
                        Stream.concat(all.stream(), Stream.of(EVENT))
                                .map(Told::row)
                                .sorted()
                                .toList());
        assertThat(refused()).containsExactly("0 not-json", "1 missing", "2 wrong-currency");
    }

    /** Three that cannot be taken, and an event in binary mode that can. */
    private void streamOddOnes() {
        try (KafkaProducer<String, String> producer = kafka.producer()) {
            producer.send(new ProducerRecord<>(TOPIC, 0, null, "not json"));
            producer.send(new ProducerRecord<>(TOPIC, 0, null, null));
            producer.send(
                    new ProducerRecord<>(TOPIC, 0, null, all.get(0).json().replace("SEK", "EUR")));
            String data = "{\"amount\":{\"amount\":\"9.50\",\"currency\":\"SEK\"}}";
            ProducerRecord<String, String> event = new ProducerRecord<>(TOPIC, 0, null, data);
            header(event, "ce_specversion", "1.0");
            header(event, "ce_id", EVENT.id());
            header(event, "ce_source", "crowd");
            header(event, "ce_type", "com.example.purchase");
            header(event, "ce_subject", EVENT.customer());
            header(event, "ce_time", EVENT.time());
            producer.send(event);
        }
    }

    private static void header(ProducerRecord<String, String> event, String name, String value) {
        event.headers().add(name, value.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private List<Told> shuffled(int[] ways, int way) {
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            if ((ways[i] & way) != 0) {
                told.add(all.get(i));
            }
            if ((ways[i] & way) != 0 && chance.nextInt(20) == 0) {
                told.add(all.get(i));
            }
        }
        Collections.shuffle(told, chance);
        return told;
    }

    private static List<List<Told>> batches(List<Told> told) {
        return IntStream.range(0, (told.size() + BATCH - 1) / BATCH)
                .mapToObj(i -> told.subList(i * BATCH, Math.min(told.size(), (i + 1) * BATCH)))
                .toList();
    }

    private void stream(List<Told> told) {
        try (KafkaProducer<String, String> producer = kafka.producer()) {
            told.forEach(one -> producer.send(new ProducerRecord<>(TOPIC, one.id(), one.json())));
        }
    }

    private String bring(AnotherServer server, String file) {
        ApiAnswer answer =
                steward(server)
                        .send("POST", "/outcomes/files", "text/csv", BodyPublishers.ofString(file));
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.text("id");
    }

    /** Posts some of them; returns the first that was not answered. */
    private int post(AnotherServer server, List<List<Told>> batches, int from, int to) {
        ApiClient machine = client(server, n -> n.tokenOfMachine());
        for (int i = from; i < to; i++) {
            String list =
                    batches.get(i).stream()
                            .map(Told::json)
                            .collect(Collectors.joining(",", "[", "]"));
            ApiAnswer answer;
            try {
                answer =
                        machine.send(
                                "POST", "/outcomes", ApiClient.JSON, BodyPublishers.ofString(list));
            } catch (UncheckedIOException serverIsGone) {
                return i;
            }
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.json().get("refused")).isEmpty();
        }
        return to;
    }

    private ApiClient steward(AnotherServer server) {
        return client(server, n -> n.tokenOf("stina"));
    }

    private ApiClient client(AnotherServer server, Function<Nordlyst, String> token) {
        return ApiClient.of(server.url(), nordlyst.document(), () -> token.apply(nordlyst));
    }

    private List<String> kept() {
        return books()
                .texts(
                        "SELECT concat_ws('|', id, type, customer,"
                                + " to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'),"
                                + " to_char(amount_minor / 100.0, 'FM99990.00'),"
                                + " coalesce(replaces, '')) FROM outcome")
                .stream()
                .sorted()
                .toList();
    }

    private List<String> refused() {
        return books().texts(
                        "SELECT r.line || ' ' || r.code FROM outcome_refused r"
                                + " JOIN outcome_file f ON f.id = r.file_id"
                                + " WHERE f.name = 'leeway.outcomes/0' ORDER BY r.line");
    }

    private Books books() {
        return new Books(first.database());
    }

    private static void closeIfThere(AutoCloseable one) {
        try {
            if (one != null) {
                one.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
