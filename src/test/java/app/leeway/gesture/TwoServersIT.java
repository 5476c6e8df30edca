package app.leeway.gesture;

import static app.leeway.support.GestureBuilder.a;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.AnotherServer;
import app.leeway.support.ApiAnswer;
import app.leeway.support.ApiClient;
import app.leeway.support.GestureBuilder;
import app.leeway.support.Nordlyst;
import app.leeway.support.RunningLeeway;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two servers on one database: what keeps the money and the counts is in the database. */
class TwoServersIT {

    private static final int CLIENTS = 16;

    private static AnotherServer second;

    private final Nordlyst nordlyst = Nordlyst.running();

    @BeforeAll
    static void aSecondServerStarts() {
        second = AnotherServer.startedBeside(RunningLeeway.shared(), "second-server");
    }

    @AfterAll
    static void itStops() {
        second.close();
    }

    @BeforeEach
    void nothingHasBeenGiven() {
        nordlyst.books().clear();
    }

    @Test
    void p3_twoServersTogetherGrantNoMoreThanThereIs() throws Exception {
        List<ApiAnswer> answers =
                atOnce(120, i -> server(i, "anna").logs(a("birthday-treat").asked()));

        assertThat(answers).allMatch(answer -> answer.status() == 201);
        assertThat(answers)
                .filteredOn(answer -> "settled".equals(answer.text("state")))
                .hasSize(6); // of 800
        assertThat(answers)
                .filteredOn(answer -> "awaiting-approval".equals(answer.text("state")))
                .hasSize(114);
        booksAreInOrder();
    }

    @Test
    void p3_whatIsCountedPerCustomerHoldsOnTwoServers() throws Exception {
        List<ApiAnswer> answers =
                atOnce(
                        20,
                        i ->
                                server(i, "klara")
                                        .logs(a("goodwill").of("500.00").to("C-1007").asked()));

        assertThat(answers)
                .filteredOn(answer -> "held".equals(answer.text("state")))
                .hasSize(3); // of 1,500
        booksAreInOrder();
    }

    @Test
    void p2_oneKeySentToBothServersIsOneGesture() throws Exception {
        List<UUID> keys = IntStream.range(0, 40).mapToObj(i -> UUID.randomUUID()).toList();
        GestureBuilder coin = a("locker-coin").done();

        List<ApiAnswer> answers =
                atOnce(
                        80,
                        i -> server(i, "gunnar").withKey(keys.get(i / 2)).post("/gestures", coin));

        assertThat(answers).allMatch(answer -> answer.status() == 201);
        for (int i = 0; i < 80; i += 2) {
            assertThat(answers.get(i).json()).isEqualTo(answers.get(i + 1).json());
            assertThat(answers.get(i).isReplayed()).isNotEqualTo(answers.get(i + 1).isReplayed());
        }
        assertThat(nordlyst.books().figure("SELECT count(*) FROM gesture")).isEqualTo(40);
        booksAreInOrder();
    }

    /**
     * What a killed server has acknowledged is there; what it has not may be sent again, to
     * another.
     */
    @Test
    void p4_aServerThatIsKilledLosesNothingThatItAcknowledged() throws Exception {
        Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
        List<UUID> keys = IntStream.range(0, 4000).mapToObj(i -> UUID.randomUUID()).toList();
        GestureBuilder coin = a("locker-coin").done();
        try (AnotherServer doomed =
                AnotherServer.startedBeside(RunningLeeway.shared(), "doomed-server")) {
            ApiClient gunnar =
                    ApiClient.of(
                            doomed.url(), nordlyst.document(), () -> nordlyst.tokenOf("gunnar"));
            atOnce(
                    keys.size(),
                    i -> {
                        if (acknowledged.size() >= 100) {
                            doomed.kill();
                        }
                        return acknowledge(gunnar, keys.get(i), coin, acknowledged);
                    });
        }

        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(100).hasSizeLessThan(keys.size());
        assertThat(nordlyst.books().gestures()).containsAll(acknowledged);
        List<UUID> unsure =
                keys.stream().filter(key -> !acknowledged.contains(key)).limit(200).toList();
        atOnce(
                unsure.size(),
                i -> server(0, "gunnar").withKey(unsure.get(i)).post("/gestures", coin));
        assertThat(nordlyst.books().gestures()).containsAll(unsure);
        booksAreInOrder();
    }

    private static Boolean acknowledge(
            ApiClient client, UUID key, GestureBuilder gesture, Set<UUID> acknowledged) {
        try {
            boolean done = client.withKey(key).post("/gestures", gesture).status() == 201;
            return done && acknowledged.add(key);
        } catch (java.io.UncheckedIOException serverIsGone) {
            return false;
        }
    }

    private ApiClient server(int i, String user) {
        return i % 2 == 0
                ? nordlyst.as(user)
                : ApiClient.of(second.url(), nordlyst.document(), () -> nordlyst.tokenOf(user));
    }

    private void booksAreInOrder() {
        ApiAnswer reconciliation = nordlyst.as("axel").get("/budgets/reconciliation");
        assertThat(reconciliation.text("ok")).as(reconciliation.body()).isEqualTo("true");
        assertThat(nordlyst.as("axel").get("/audit/check").text("ok")).isEqualTo("true");
    }

    private interface Numbered<T> {
        T call(int i);
    }

    private static <T> List<T> atOnce(int times, Numbered<T> call) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<T>> calls = new ArrayList<>();
            IntStream.range(0, times).forEach(i -> calls.add(() -> call.call(i)));
            List<T> answers = new ArrayList<>();
            for (Future<T> future : clients.invokeAll(calls)) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            clients.shutdownNow();
        }
    }
}
