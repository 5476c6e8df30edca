package app.leeway.gesture.rest;

import static app.leeway.support.GestureBuilder.a;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.ApiAnswer;
import app.leeway.support.Blocking;
import app.leeway.support.Days;
import app.leeway.support.GestureBuilder;
import app.leeway.support.Nordlyst;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing counts twice, however often it is sent. */
class ReplayIT {

    private static final GestureBuilder COIN = a("locker-coin").done();
    private static final GestureBuilder HELD =
            a("goodwill").of("50.00").to("C-1002").plannedFor(Days.tomorrowAtNoon());

    private final Nordlyst nordlyst = Nordlyst.running();

    @BeforeEach
    void nothing_has_been_given_yet() {
        nordlyst.books().clear();
    }

    @Test
    void P2_the_same_again_gets_the_same_answer_and_says_so() {
        UUID key = UUID.randomUUID();

        ApiAnswer first = nordlyst.as("gunnar").withKey(key).post("/gestures", COIN);
        ApiAnswer again = nordlyst.as("gunnar").withKey(key).post("/gestures", COIN);

        assertThat(again.status()).isEqualTo(first.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(first.isReplayed()).isFalse();
        assertThat(again.isReplayed()).isTrue();
        assertThat(gestures()).isEqualTo(1);
    }

    @Test
    void P2_the_answer_stays_the_first_one_whatever_became_of_the_gesture() {
        UUID key = UUID.randomUUID();
        ApiAnswer first = nordlyst.as("gunnar").withKey(key).post("/gestures", HELD);
        nordlyst.as("gunnar").withNewKey().post("/gestures/" + key + "/release", "{}");

        ApiAnswer again = nordlyst.as("gunnar").withKey(key).post("/gestures", HELD);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.text("state")).isEqualTo("held");
    }

    @Test
    void P2_a_refusal_is_repeated_and_not_judged_again() {
        UUID key = UUID.randomUUID();
        GestureBuilder ride = a("detour").taking(6).over("3").bending("seat-belt").asked();

        ApiAnswer first = nordlyst.as("dag").withKey(key).post("/gestures", ride);
        ApiAnswer again = nordlyst.as("dag").withKey(key).post("/gestures", ride);

        assertThat(again.status()).isEqualTo(422);
        assertThat(withoutRequestId(again)).isEqualTo(withoutRequestId(first));
        assertThat(again.isReplayed()).isTrue();
        assertThat(gestures()).isEqualTo(1);
    }

    @Test
    void P2_a_key_is_for_one_request_of_one_person() {
        UUID key = UUID.randomUUID();
        nordlyst.as("gunnar").withKey(key).post("/gestures", COIN);

        ApiAnswer otherBody =
                nordlyst.as("gunnar").withKey(key).post("/gestures", COIN.onVisit("v"));
        ApiAnswer otherPerson = nordlyst.as("mats").withKey(key).post("/gestures", COIN);

        assertThat(otherBody.status()).isEqualTo(422);
        assertThat(otherBody.code()).isEqualTo("key-reused");
        assertThat(otherPerson.status()).isEqualTo(422);
        assertThat(gestures()).isEqualTo(1);
    }

    @Test
    void P2_the_same_content_in_another_form_is_the_same_request() {
        UUID key = UUID.randomUUID();
        nordlyst.as("gunnar").withKey(key).post("/gestures", COIN);

        ApiAnswer again =
                nordlyst.as("gunnar")
                        .withKey(key)
                        .post("/gestures", "{ \"done\" : true,\n\"kind\":\"locker-coin\" }");

        assertThat(again.isReplayed()).isTrue();
    }

    @Test
    void P2_while_the_first_is_under_way_the_second_is_told_so() {
        UUID key = UUID.randomUUID();
        nordlyst.as("gunnar").previews(COIN); // opens the periods of the day
        try (Blocking money = Blocking.rows(nordlyst, "SELECT id FROM budget_period")) {
            CompletableFuture<ApiAnswer> first =
                    CompletableFuture.supplyAsync(
                            () -> nordlyst.as("gunnar").withKey(key).post("/gestures", COIN));
            money.awaitSomebodyWaiting();

            ApiAnswer second = nordlyst.as("gunnar").withKey(key).post("/gestures", COIN);

            assertThat(second.status()).isEqualTo(409);
            assertThat(second.code()).isEqualTo("in-flight");
            money.close();
            assertThat(first.join().status()).isEqualTo(201);
        }
        assertThat(gestures()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"settlement", "release"})
    void P2_an_ending_happens_once_and_is_answered_again(String ending) {
        String path = "/gestures/" + held() + "/" + ending;
        UUID key = UUID.randomUUID();

        ApiAnswer first = nordlyst.as("gunnar").withKey(key).post(path, "{}");
        ApiAnswer again = nordlyst.as("gunnar").withKey(key).post(path, "{}");
        ApiAnswer otherKey = nordlyst.as("gunnar").withNewKey().post(path, "{}");

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.isReplayed()).isTrue();
        assertThat(otherKey.status()).isEqualTo(409);
        assertThat(otherKey.code()).isEqualTo("wrong-state");
    }

    @Test
    void P2_a_key_of_one_ending_is_not_for_another() {
        String gesture = held();
        UUID key = UUID.randomUUID();
        nordlyst.as("gunnar").withKey(key).post("/gestures/" + gesture + "/settlement", "{}");

        ApiAnswer other =
                nordlyst.as("gunnar").withKey(key).post("/gestures/" + gesture + "/reversal", "{}");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("key-reused");
    }

    @Test
    void P2_while_an_ending_is_under_way_the_second_is_told_so() {
        String gesture = held();
        String path = "/gestures/" + gesture + "/release";
        UUID key = UUID.randomUUID();
        String row = "SELECT id FROM gesture WHERE id = '" + gesture + "'";
        try (Blocking busy = Blocking.rows(nordlyst, row)) {
            CompletableFuture<ApiAnswer> first =
                    CompletableFuture.supplyAsync(
                            () -> nordlyst.as("gunnar").withKey(key).post(path, "{}"));
            busy.awaitSomebodyWaiting();

            ApiAnswer second = nordlyst.as("gunnar").withKey(key).post(path, "{}");

            assertThat(second.status()).isEqualTo(409);
            assertThat(second.code()).isEqualTo("in-flight");
            busy.close();
            assertThat(first.join().status()).isEqualTo(200);
        }
    }

    @Test
    void P2_duplicates_in_any_order_leave_what_a_set_of_them_would() {
        Random random = new Random(20261122);
        Map<UUID, GestureBuilder> model = new HashMap<>();
        for (int i = 0; i < 60; i++) {
            model.put(new UUID(random.nextLong() & ~0xf000L | 0x7000L, variant(random)), gift(i));
        }
        List<UUID> sent = new ArrayList<>();
        model.keySet().forEach(id -> sent.addAll(Collections.nCopies(1 + random.nextInt(4), id)));
        Collections.shuffle(sent, random);
        List<UUID> alone = sent.subList(0, sent.size() / 2);
        List<UUID> inBatches = sent.subList(sent.size() / 2, sent.size());

        ExecutorService senders = Executors.newFixedThreadPool(8);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        alone.forEach(id -> all.add(run(senders, () -> logs(id, model.get(id)))));
        for (int from = 0; from < inBatches.size(); from += 20) {
            List<UUID> part = inBatches.subList(from, Math.min(from + 20, inBatches.size()));
            all.add(run(senders, () -> logsTogether(part, model)));
        }
        all.forEach(CompletableFuture::join);
        senders.shutdown();

        model.forEach(this::logs); // whatever met itself in flight is sent again by every tablet
        assertThat(gestures()).isEqualTo(60);
        assertThat(spent()).isEqualTo(60 * 500L);
        assertThat(nordlyst.as("axel").get("/budgets/reconciliation").text("ok")).isEqualTo("true");
    }

    private static CompletableFuture<Void> run(ExecutorService senders, Runnable work) {
        return CompletableFuture.runAsync(work, senders);
    }

    private static long variant(Random random) {
        return random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
    }

    private static GestureBuilder gift(int number) {
        return COIN.doneAt(Days.daysAgo(1 + number % 5)).onVisit("visit-" + number);
    }

    private void logs(UUID id, GestureBuilder gesture) {
        ApiAnswer answer = nordlyst.as("gunnar").withKey(id).post("/gestures", gesture);
        assertThat(answer.status()).as(answer.body()).isIn(201, 409);
    }

    private void logsTogether(List<UUID> ids, Map<UUID, GestureBuilder> model) {
        List<String> items =
                ids.stream()
                        .map(id -> "{\"id\":\"" + id + "\",\"gesture\":" + model.get(id) + "}")
                        .toList();
        ApiAnswer answer =
                nordlyst.as("gunnar")
                        .post("/gestures/batch", "{\"items\":[" + String.join(",", items) + "]}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.texts("items", "id"))
                .containsExactlyElementsOf(ids.stream().map(UUID::toString).toList());
        assertThat(answer.texts("items", "status")).isSubsetOf("201", "409");
    }

    private String held() {
        return nordlyst.as("gunnar").logs(HELD).text("id");
    }

    private long gestures() {
        return nordlyst.books().figure("SELECT count(*) FROM gesture");
    }

    private long spent() {
        return nordlyst.books()
                .figure(
                        "SELECT sum(spent_minor) FROM budget_period p JOIN budget b"
                                + " ON b.id = p.budget_id WHERE b.code = 'gymmet-month'");
    }

    private static ObjectNode withoutRequestId(ApiAnswer answer) {
        ObjectNode json = answer.json().deepCopy();
        json.remove("requestId");
        return json;
    }
}
