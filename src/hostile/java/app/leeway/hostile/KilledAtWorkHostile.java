package app.leeway.hostile;

import static app.leeway.support.GestureBuilder.a;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.AnotherServer;
import app.leeway.support.ApiAnswer;
import app.leeway.support.ApiClient;
import app.leeway.support.Awaiting;
import app.leeway.support.Books;
import app.leeway.support.Invariants;
import app.leeway.support.Nordlyst;
import app.leeway.support.RandomVerbs;
import app.leeway.support.RunningLeeway;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * One of two servers is killed again and again while it takes in files and gestures, decides, and
 * rings the clocks of exceptions; its own clock is a little ahead. After each kill every invariant
 * holds, and in the end nothing that was acknowledged is missing.
 */
class KilledAtWorkHostile {

    private static final String CUSTOMERS =
            "code,name,phone,email,tier,price_level,member_of,known_as,birth_date,language,known";
    private static final int KILLS = Integer.getInteger("leeway.kills", 20);
    private static final int DECIDING = 6;
    private static final int LINES = 4_000;
    private static final int SECONDS_AHEAD = 3;
    private static final Duration UNTIL_READ = Duration.ofMinutes(10);
    private static final Duration STARTED = Duration.ofMinutes(2);

    private static AnotherServer survivor;

    private final Nordlyst nordlyst = Nordlyst.running();
    private final Books books = new Books(survivor.database());
    private final Queue<String> files = new ConcurrentLinkedQueue<>();
    private final Set<String> outcomes = ConcurrentHashMap.newKeySet();
    private final Set<String> customers = ConcurrentHashMap.newKeySet();
    private final Set<UUID> gestures = ConcurrentHashMap.newKeySet();

    @BeforeAll
    static void a_company_of_its_own() {
        survivor = AnotherServer.startedAlone(RunningLeeway.shared(), "survivor");
    }

    @AfterAll
    static void it_ends() {
        survivor.close();
    }

    @Test
    void p4_p17_what_is_acknowledged_survives_every_kill_and_no_invariant_breaks()
            throws Exception {
        long seed = Long.getLong("leeway.seed", System.nanoTime());
        System.out.println("killed at work: -Dleeway.seed=" + seed);
        Random random = new Random(seed);
        for (int life = 0; life < KILLS; life++) {
            liveAndDie(life, random);
            assertThat(Invariants.broken(survivor.database()))
                    .as("seed %d, life %d", seed, life)
                    .isEmpty();
        }

        assertThat(files).as("files taken").hasSizeGreaterThanOrEqualTo(KILLS);
        for (String file : files) {
            Awaiting.until(file + " read to its end", UNTIL_READ, () -> !isOpen(file));
        }
        assertThat(new TreeSet<>(books.texts("SELECT id FROM outcome WHERE source = 'killed'")))
                .containsAll(outcomes);
        assertThat(
                        new TreeSet<>(
                                books.texts(
                                        "SELECT code FROM customer WHERE code LIKE 'killed-%'")))
                .containsAll(customers);
        assertThat(books.gestures()).containsAll(gestures);
        assertThat(Invariants.broken(survivor.database())).as("seed %d", seed).isEmpty();
    }

    private void liveAndDie(int life, Random random) throws Exception {
        ExecutorService clients = Executors.newCachedThreadPool();
        try (AnotherServer doomed =
                AnotherServer.startedBesideWithClock(
                        survivor, RunningLeeway.shared(), "doomed-" + life, SECONDS_AHEAD)) {
            int before = books.gestures().size();
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < DECIDING; i++) {
                Random own = new Random(random.nextLong());
                work.add(clients.submit(() -> decide(own, doomed)));
            }
            work.add(clients.submit(() -> give(doomed)));
            work.add(clients.submit(() -> bringOutcomes(life, doomed)));
            work.add(clients.submit(() -> bringCustomers(life, doomed)));
            Awaiting.until(
                    "work under way",
                    STARTED,
                    () ->
                            books.gestures().size() > before + 30
                                    && files.stream().anyMatch(this::isOpen));
            LockSupport.parkNanos(random.nextInt(900_000_000));
            doomed.kill();
            for (Future<?> client : work) {
                client.get();
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private boolean isOpen(String file) {
        return !"done"
                .equals(
                        nordlyst.as("stina", survivor.url())
                                .get("/outcomes/files/" + file)
                                .text("state"));
    }

    private void decide(Random random, AnotherServer doomed) {
        RandomVerbs verbs =
                new RandomVerbs(
                        books,
                        user ->
                                nordlyst.as(
                                        user,
                                        random.nextBoolean() ? doomed.url() : survivor.url()));
        untilItDies(() -> verbs.sequence(random));
    }

    private void give(AnotherServer doomed) {
        ApiClient gunnar = nordlyst.as("gunnar", doomed.url());
        untilItDies(
                () -> {
                    UUID key = UUID.randomUUID();
                    ApiAnswer answer =
                            gunnar.withKey(key).post("/gestures", a("locker-coin").done());
                    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
                    gestures.add(key);
                });
    }

    /** One file after another, each of rows that were in none before. */
    private void bringOutcomes(int life, AnotherServer doomed) {
        ApiClient steward = nordlyst.as("stina", doomed.url());
        int[] next = {0};
        untilItDies(
                () -> {
                    List<String> ids = ids("o-" + life + "-", next);
                    ApiAnswer answer =
                            bring(
                                    steward.withNewKey(),
                                    "/outcomes/files",
                                    "source,id,type,customer,time,amount,currency",
                                    "killed,%s,purchase,C-1001,2026-05-01T10:00:00Z,9.50,SEK",
                                    ids);
                    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
                    outcomes.addAll(ids);
                    files.add(answer.text("id"));
                });
    }

    /** The same of customers, who are in when it is answered. */
    private void bringCustomers(int life, AnotherServer doomed) {
        ApiClient steward = nordlyst.as("stina", doomed.url());
        int[] next = {0};
        untilItDies(
                () -> {
                    List<String> codes = ids("killed-" + life + "-", next);
                    ApiAnswer answer =
                            bring(steward, "/customers", CUSTOMERS, "%s,Somebody,,,,,,,,,", codes);
                    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
                    customers.addAll(codes);
                });
    }

    private static List<String> ids(String prefix, int[] next) {
        int first = next[0];
        next[0] += LINES;
        return IntStream.range(first, first + LINES).mapToObj(i -> prefix + i).toList();
    }

    private static ApiAnswer bring(
            ApiClient steward, String path, String head, String row, List<String> ids) {
        StringBuilder file = new StringBuilder(head);
        ids.forEach(id -> file.append('\n').append(row.formatted(id)));
        return steward.send("POST", path, "text/csv", BodyPublishers.ofString(file.toString()));
    }

    private static void untilItDies(Runnable work) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                work.run();
            }
        } catch (UncheckedIOException serverIsGone) {
            return;
        }
    }
}
