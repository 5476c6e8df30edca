package app.leeway.approval.rest;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.AnotherServer;
import app.leeway.support.Invariants;
import app.leeway.support.RandomVerbs;
import app.leeway.support.RunningLeeway;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever people do to exceptions, in whatever order and at whatever moment, the money is right.
 */
class RandomVerbsIT {

    /** Ten thousand in the hostile run. */
    private static final int SEQUENCES = Integer.getInteger("leeway.sequences", 1_500);

    private static final int CLIENTS = 12;
    private static final int DOOMED_CLIENTS = 32;
    private static final int KILLS = 2;
    private final Asking asking = new Asking();

    @BeforeEach
    void nothing_has_been_given_yet() {
        asking.nordlyst.books().clear();
    }

    @Test
    void p3_random_sequences_of_verbs_leave_the_money_right() throws Exception {
        long seed = Long.getLong("leeway.seed", System.nanoTime());
        System.out.println("random verbs: -Dleeway.seed=" + seed);

        RandomVerbs verbs = new RandomVerbs(asking.nordlyst.books(), asking.nordlyst::as);
        atOnce(SEQUENCES, i -> verbs.sequence(new Random(seed + i)));

        everythingIsRight("seed " + seed);
    }

    @Test
    void p4_one_of_two_servers_killed_in_the_midst_of_decisions_leaves_each_whole_or_undone()
            throws Exception {
        long seed = Long.getLong("leeway.seed", System.nanoTime());
        System.out.println("killed in mid-decision: -Dleeway.seed=" + seed);
        Random random = new Random(seed);
        for (int life = 0; life < KILLS; life++) {
            try (AnotherServer doomed =
                    AnotherServer.startedBeside(
                            RunningLeeway.shared(), "doomed-decisions-" + life)) {
                liveAndDie(doomed, random);
            }
            everythingIsRight("seed " + seed + ", life " + life);
        }
        asking.nordlyst.books().write("UPDATE approval_timer SET due_at = now()");
        asking.until(
                "no alarm that should have rung",
                () ->
                        asking.nordlyst
                                        .books()
                                        .figure(
                                                "SELECT count(*) FROM approval_timer WHERE due_at <"
                                                        + " now() - interval '2 seconds'")
                                == 0);
        everythingIsRight("seed " + seed);
    }

    /** Each client's decision is cut off at a point of its own: more than fifty of them in all. */
    private void liveAndDie(AnotherServer doomed, Random random) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(DOOMED_CLIENTS);
        try {
            List<Future<?>> cut = new ArrayList<>();
            for (int i = 0; i < DOOMED_CLIENTS; i++) {
                Random own = new Random(random.nextLong());
                cut.add(clients.submit(() -> untilItDies(own, doomed)));
            }
            int before = asking.nordlyst.books().gestures().size();
            asking.until(
                    "under way", () -> asking.nordlyst.books().gestures().size() > before + 40);
            java.util.concurrent.locks.LockSupport.parkNanos(random.nextInt(900_000_000));
            doomed.kill();
            for (Future<?> client : cut) {
                client.get();
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private void untilItDies(Random random, AnotherServer doomed) {
        RandomVerbs verbs =
                new RandomVerbs(
                        asking.nordlyst.books(),
                        user ->
                                random.nextBoolean()
                                        ? asking.nordlyst.as(user, doomed.url())
                                        : asking.nordlyst.as(user));
        try {
            while (true) {
                verbs.sequence(random);
            }
        } catch (UncheckedIOException serverIsGone) {
            return;
        }
    }

    private void everythingIsRight(String with) {
        assertThat(Invariants.broken(asking.nordlyst.database())).as(with).isEmpty();
        asking.booksAreInOrder();
    }

    private static <T> void atOnce(int times, IntFunction<T> call) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<T>> calls = new ArrayList<>();
            IntStream.range(0, times).forEach(i -> calls.add(() -> call.apply(i)));
            for (Future<T> future : clients.invokeAll(calls)) {
                future.get();
            }
        } finally {
            clients.shutdownNow();
        }
    }
}
