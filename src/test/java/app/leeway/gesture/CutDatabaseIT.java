package app.leeway.gesture;

import static app.leeway.support.GestureBuilder.a;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.AnotherServer;
import app.leeway.support.ApiAnswer;
import app.leeway.support.ApiClient;
import app.leeway.support.Database;
import app.leeway.support.FaultyProxy;
import app.leeway.support.GestureBuilder;
import app.leeway.support.Nordlyst;
import app.leeway.support.RunningLeeway;
import app.leeway.support.Waiting;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The network between the server and its database breaks: it costs time, and nothing else. */
class CutDatabaseIT {

    private static final GestureBuilder COIN = a("locker-coin").done();

    /** What the database's driver waits for an answer, and a little. */
    private static final Duration GIVEN_UP_WITHIN = Duration.ofSeconds(55);

    private static final Duration BACK_WITHIN = Duration.ofSeconds(30);

    private static final Duration READ_WITHIN = Duration.ofMinutes(3);

    private static FaultyProxy wire;
    private static AnotherServer far;

    private final Nordlyst nordlyst = Nordlyst.running();

    @BeforeAll
    static void aServerFarFromItsDatabase() {
        Database near = RunningLeeway.shared().database();
        String there = near.url().substring("jdbc:".length());
        wire = FaultyProxy.to(URI.create(there).getPort());
        Database through =
                new Database(
                        "jdbc:" + there.replaceFirst(":\\d+/", ":" + wire.port() + "/"),
                        near.user(),
                        near.password());
        far = AnotherServer.startedOn(through, RunningLeeway.shared(), "far-server");
    }

    @AfterAll
    static void itStops() {
        wire.flow();
        far.close();
        wire.close();
    }

    @BeforeEach
    void nothingHasBeenGiven() {
        wire.flow();
        nordlyst.books().clear();
        awaitAnswers();
    }

    @Test
    void p5_p12_aDatabaseThatIsGoneIsSaidAtOnceAndUsedAgainWhenItIsBack() {
        UUID key = UUID.randomUUID();
        wire.cut();

        long from = System.nanoTime();
        ApiAnswer gone = gunnar().withKey(key).post("/gestures", COIN);
        Duration said = Duration.ofNanos(System.nanoTime() - from);

        assertThat(gone.status()).as(gone.body()).isEqualTo(503);
        assertThat(gone.code()).isEqualTo("busy");
        assertThat(gone.headers().firstValue("Retry-After")).isPresent();
        assertThat(said).isLessThan(Duration.ofSeconds(30));

        wire.flow();
        Waiting.until("taken", BACK_WITHIN, () -> isTaken(key));
        assertThat(nordlyst.books().gestures()).containsExactly(key);
    }

    @Test
    void p5_p12_aDatabaseThatSaysNothingIsGivenUpAndTheGestureIsThereOnce() {
        UUID key = UUID.randomUUID();
        wire.freeze();

        long from = System.nanoTime();
        ApiAnswer silent = gunnar().withKey(key).post("/gestures", COIN);
        Duration waited = Duration.ofNanos(System.nanoTime() - from);

        System.out.println("P5: a silent database was given up after " + waited.toMillis() + " ms");
        assertThat(silent.status()).as(silent.body()).isEqualTo(503);
        assertThat(waited).isLessThan(GIVEN_UP_WITHIN);

        wire.cut();
        wire.flow();
        Waiting.until("taken", BACK_WITHIN, () -> isTaken(key));
        assertThat(nordlyst.books().gestures()).containsExactly(key);
    }

    @Test
    void p5_p2_aConnectionThatIsCutAnywhereLosesNothingAndDoublesNothing() {
        Random random = new Random(20261125);
        List<UUID> keys = IntStream.range(0, 30).mapToObj(i -> UUID.randomUUID()).toList();
        for (UUID key : keys) {
            wire.cutAfter(random.nextInt(6_000));
            gunnar().withKey(key).post("/gestures", COIN);
            wire.flow();
            Waiting.until("taken", BACK_WITHIN, () -> isTaken(key));
        }

        assertThat(nordlyst.books().gestures()).isEqualTo(Set.copyOf(keys));
        ApiAnswer books = nordlyst.as("axel").get("/budgets/reconciliation");
        assertThat(books.text("ok")).as(books.body()).isEqualTo("true");
        assertThat(nordlyst.as("axel").get("/audit/check").text("ok")).isEqualTo("true");
    }

    @Test
    void p5_p17_aFileThatIsReadWhenTheDatabaseGoesAwayIsReadToItsEndWhenItIsBack()
            throws Exception {
        int lines = 20_000;
        String source = "cut-" + UUID.randomUUID();
        String held = String.valueOf(new Random(20261128).nextInt(lines));
        String file = IntStream.range(0, lines).mapToObj(i -> line(source, i)).collect(joining());
        ApiClient stina = nordlyst.as("stina");
        String id;
        try (Connection other = nordlyst.database().connect();
                Statement sql = other.createStatement()) {
            other.setAutoCommit(false);
            sql.execute(
                    ("INSERT INTO outcome (source, id, type, customer, at, day, digest) VALUES"
                                    + " ('%s', '%s', 'churn', 'held', now(), 0, repeat('x', 16)::bytea)")
                            .formatted(source, held));
            id =
                    nordlyst.as("stina", far.url())
                            .send(
                                    "POST",
                                    "/outcomes/files",
                                    "text/csv",
                                    BodyPublishers.ofString(
                                            "source,id,type,customer,time\n" + file))
                            .text("id");
            Waiting.until("it waits for the test", READ_WITHIN, () -> isHeldUp(id));
            wire.cut();
            other.rollback();
        }
        wire.flow();

        Waiting.until(
                "the file is read",
                READ_WITHIN,
                () -> !"reading".equals(stina.get("/outcomes/files/" + id).text("state")));

        ApiAnswer done = stina.get("/outcomes/files/" + id);
        assertThat(done.text("state")).as(done.body()).isEqualTo("done");
        assertThat(done.text("added")).isEqualTo("" + lines);
        assertThat(done.text("repeated")).isEqualTo("0");
        assertThat(
                        nordlyst.books()
                                .figure(
                                        "SELECT count(*) FROM outcome WHERE source = '"
                                                + source
                                                + "'"))
                .isEqualTo(lines);
    }

    private boolean isHeldUp(String file) {
        return nordlyst.books()
                                .figure(
                                        "SELECT count(*) FROM kept_file WHERE claim IS NOT NULL AND id = '"
                                                + file
                                                + "'")
                        == 1
                && nordlyst.books()
                                .figure(
                                        "SELECT count(*) FROM pg_stat_activity WHERE application_name ="
                                                + " 'leeway' AND wait_event_type = 'Lock'")
                        == 1;
    }

    private static String line(String source, int i) {
        return source + "," + i + ",renewal,nobody,2026-10-01T10:00:00Z\n";
    }

    private static boolean isTaken(UUID key) {
        return gunnar().withKey(key).post("/gestures", COIN).status() == 201;
    }

    private static void awaitAnswers() {
        Waiting.until(
                "it has its database", BACK_WITHIN, () -> gunnar().get("/me").status() == 200);
    }

    private static ApiClient gunnar() {
        return Nordlyst.running().as("gunnar", far.url());
    }
}
