package app.leeway.approval.rest;

import static app.leeway.support.Giving.a;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.AnotherServer;
import app.leeway.support.ApiAnswer;
import app.leeway.support.ApiClient;
import app.leeway.support.Giving;
import app.leeway.support.RunningLeeway;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private static final int SEQUENCES = Integer.getInteger("leeway.sequences", 10_000);
    private static final int CLIENTS = 12;
    private static final int KILLS = Integer.getInteger("leeway.kills", 4);
    private static final List<String> DECIDERS = List.of("kim", "mats", "lena");
    private static final Map<String, String> BODIES =
            Map.of(
                    "counter", "{\"amount\":{\"amount\":\"550.00\",\"currency\":\"SEK\"}}",
                    "decline", "{\"reason\":\"other\",\"comment\":\"No.\"}",
                    "ask", "{\"comment\":\"Why?\"}",
                    "answer", "{\"comment\":\"Because.\"}",
                    "reassign", "{\"to\":\"mats\"}");

    /** What is not as the state of its gesture says, period by period. */
    private static final String CROOKED =
            """
            SELECT count(*) FROM (
              SELECT g.state, g.cost_minor AS cost, sum(e.held_delta) AS held, sum(e.spent_delta) AS spent,
                     sum(e.overdraft_delta) AS over
              FROM gesture g JOIN budget_entry e ON e.gesture_id = g.id GROUP BY g.id, e.period_id) s
            WHERE NOT CASE state
              WHEN 'held' THEN spent = 0 AND held + over = cost
              WHEN 'settled' THEN held = 0 AND spent + over = cost
              WHEN 'awaiting-approval' THEN held IN (0, cost) AND spent = 0 AND over = 0
              ELSE held = 0 AND spent = 0 AND over = 0 END""";

    /** Exceptions that say something else than their gestures. */
    private static final String TORN =
            """
            SELECT count(*) FROM approval a JOIN gesture g ON g.id = a.id
            WHERE NOT CASE
              WHEN a.state IN ('waiting', 'questioned', 'countered') THEN g.state = 'awaiting-approval'
              WHEN a.state = 'approved' AND a.replaced_by IS NOT NULL THEN g.state = 'released'
              WHEN a.state IN ('approved', 'fallen-back')
                THEN g.state IN ('held', 'settled', 'released', 'expired', 'reversed')
              WHEN a.state = 'expired' THEN g.state = 'expired'
              ELSE g.state = 'released' END""";

    /** What fell back more than once. */
    private static final String TWICE =
            """
            SELECT count(*) FROM (SELECT approval_id FROM approval_event WHERE verb = 'fall-back'
            GROUP BY approval_id HAVING count(*) > 1) t""";

    private final Asking asking = new Asking();

    @BeforeEach
    void nothing_has_been_given_yet() {
        asking.nordlyst.books().clear();
    }

    @Test
    void p3_ten_thousand_random_sequences_of_verbs_leave_the_money_right() throws Exception {
        long seed = Long.getLong("leeway.seed", System.nanoTime());
        System.out.println("random verbs: -Dleeway.seed=" + seed);

        atOnce(SEQUENCES, i -> sequence(new Random(seed + i), asking.nordlyst::as));

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
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS + 4);
        try {
            List<Future<?>> cut = new ArrayList<>();
            for (int i = 0; i < CLIENTS + 4; i++) {
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
        try {
            while (true) {
                sequence(
                        random,
                        user ->
                                random.nextBoolean()
                                        ? there(doomed, user)
                                        : asking.nordlyst.as(user));
            }
        } catch (UncheckedIOException serverIsGone) {
            return;
        }
    }

    private ApiClient there(AnotherServer server, String user) {
        return ApiClient.of(
                server.url(), asking.nordlyst.document(), () -> asking.nordlyst.tokenOf(user));
    }

    private interface People {
        ApiClient as(String user);
    }

    private Boolean sequence(Random random, People people) {
        String requester = random.nextBoolean() ? "anna" : "adam";
        Giving gesture = a("goodwill").of("600.00").to("C-100" + random.nextInt(9)).asked();
        if (random.nextInt(4) == 0) {
            gesture = gesture.with("customerWaiting", 2);
        }
        ApiAnswer asked = people.as(requester).logs(gesture);
        if (asked.status() != 201 || !"awaiting-approval".equals(asked.text("state"))) {
            return false;
        }
        String id = asked.text("id");
        for (int i = random.nextInt(4); i >= 0; i--) {
            step(random, people, requester, id);
        }
        return true;
    }

    private void step(Random random, People people, String requester, String id) {
        boolean byRequester = random.nextInt(3) == 0;
        List<String> verbs =
                byRequester
                        ? List.of("accept", "answer", "withdraw", "remind", "release", "settle")
                        : List.of(
                                "approve",
                                "approve",
                                "counter",
                                "decline",
                                "ask",
                                "undo",
                                "reassign",
                                "fallback");
        String verb = verbs.get(random.nextInt(verbs.size()));
        String user = byRequester ? requester : DECIDERS.get(random.nextInt(3));
        ApiClient client = people.as(user).withNewKey();
        ApiAnswer answer =
                switch (verb) {
                    case "release" -> client.post("/gestures/" + id + "/release", "{}");
                    case "settle" -> client.post("/gestures/" + id + "/settlement", "{}");
                    case "fallback" -> rings(client, id);
                    default ->
                            client.post(
                                    "/approvals/" + id + "/" + verb,
                                    BODIES.getOrDefault(verb, "{}"));
                };
        assertThat(answer.status()).as(verb + ": " + answer.body()).isIn(200, 403, 409, 422);
    }

    /** The minute is over while others are at it. */
    private ApiAnswer rings(ApiClient client, String id) {
        asking.nordlyst
                .books()
                .write("UPDATE approval_timer SET due_at = now() WHERE approval_id = '" + id + "'");
        return client.get("/approvals/" + id);
    }

    private void everythingIsRight(String with) {
        assertThat(asking.nordlyst.books().figure(CROOKED)).as(with).isZero();
        assertThat(asking.nordlyst.books().figure(TORN)).as(with).isZero();
        assertThat(asking.nordlyst.books().figure(TWICE)).as(with).isZero();
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
