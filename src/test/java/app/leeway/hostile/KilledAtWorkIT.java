package app.leeway.hostile;

import static app.leeway.support.Giving.a;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.AnotherServer;
import app.leeway.support.ApiAnswer;
import app.leeway.support.ApiClient;
import app.leeway.support.Awaiting;
import app.leeway.support.Bookkeeping;
import app.leeway.support.Invariants;
import app.leeway.support.Nordlyst;
import app.leeway.support.RandomVerbs;
import app.leeway.support.RunningLeeway;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * One of two servers is killed again and again while it takes in files and gestures, decides, and
 * rings the clocks of exceptions; its own clock is a little ahead. After each kill every invariant
 * holds, and in the end nothing that was acknowledged is missing.
 */
@Tag("hostile")
class KilledAtWorkIT {

    private static final int KILLS = Integer.getInteger("leeway.kills", 20);
    private static final int DECIDING = 6;
    private static final int LINES = 4_000;
    private static final Duration UNTIL_READ = Duration.ofMinutes(10);
    private static final Duration STARTED = Duration.ofMinutes(2);

    /** What a server was given and has acknowledged with 202. */
    private record Taken(String path, String id) {}

    private static AnotherServer survivor;

    private final Nordlyst nordlyst = Nordlyst.running();
    private final Bookkeeping books = new Bookkeeping(survivor.database());
    private final Queue<Taken> files = new ConcurrentLinkedQueue<>();
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
        for (Taken file : files) {
            Awaiting.until(
                    file + " read to its end",
                    UNTIL_READ,
                    () ->
                            "done"
                                    .equals(
                                            nordlyst.as("stina", survivor.url())
                                                    .get(file.path() + "/" + file.id())
                                                    .text("state")));
        }
        assertThat(new TreeSet<>(books.texts("SELECT id FROM outcome WHERE source = 'killed'")))
                .containsAll(outcomes);
        assertThat(new TreeSet<>(books.texts("SELECT code FROM customer WHERE code LIKE 'killed-%'")))
                .containsAll(customers);
        assertThat(books.gestures()).containsAll(gestures);
        assertThat(Invariants.broken(survivor.database())).as("seed %d", seed).isEmpty();
    }

    private void liveAndDie(int life, Random random) throws Exception {
        ExecutorService clients = Executors.newCachedThreadPool();
        try (AnotherServer doomed =
                AnotherServer.startedBeside(
                        survivor,
                        RunningLeeway.shared(),
                        "doomed-" + life,
                        Map.of("LEEWAY_DEMO_YEAR", "false"))) {
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

    private boolean isOpen(Taken file) {
        return !"done"
                .equals(
                        nordlyst.as("stina", survivor.url())
                                .get(file.path() + "/" + file.id())
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

    private void bringOutcomes(int life, AnotherServer doomed) {
        bring(
                doomed,
                "/outcomes/files",
                "source,id,type,customer,time,amount,currency",
                outcomes,
                "killed,%s,purchase,C-1001,2026-05-01T10:00:00Z,9.50,SEK",
                "o-" + life + "-");
    }

    private void bringCustomers(int life, AnotherServer doomed) {
        bring(
                doomed,
                "/customers/files",
                "code,name",
                customers,
                "%s,Somebody",
                "killed-" + life + "-");
    }

    /** One file after another, each of rows that were in none before. */
    private void bring(
            AnotherServer doomed,
            String path,
            String head,
            Set<String> acknowledged,
            String row,
            String prefix) {
        ApiClient steward = nordlyst.as("stina", doomed.url());
        int[] number = {0};
        untilItDies(
                () -> {
                    int first = LINES * number[0]++;
                    List<String> ids =
                            IntStream.range(first, first + LINES)
                                    .mapToObj(i -> prefix + i)
                                    .toList();
                    StringBuilder file = new StringBuilder(head);
                    ids.forEach(id -> file.append('\n').append(row.formatted(id)));
                    ApiAnswer answer =
                            steward.withNewKey()
                                    .send(
                                            "POST",
                                            path,
                                            "text/csv",
                                            BodyPublishers.ofString(file.toString()));
                    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
                    acknowledged.addAll(ids);
                    files.add(new Taken(path, answer.text("id")));
                });
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
