package app.leeway.budget.rest;

import static app.leeway.support.GestureBuilder.a;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.ApiAnswer;
import app.leeway.support.CompanyFiles;
import app.leeway.support.Days;
import app.leeway.support.GestureBuilder;
import app.leeway.support.Nordlyst;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 64 clients on one budget with room for exactly 1,000 of their 5,000 requests. */
class HotBudgetIT {

    private static final int CLIENTS = 64;
    private static final int RELEASING = 4;
    private static final int REQUESTS = 5_000;
    private static final int ROOM = 1_000;
    private static final long COIN_MINOR = 500;

    /** Planned, so that it is held, and all on one day, whatever the hour of the test. */
    private static final GestureBuilder COIN =
            a("locker-coin").at("gymmet").plannedFor(Days.tomorrowAtNoon());

    private final Nordlyst nordlyst = Nordlyst.running();

    @BeforeAll
    static void the_gym_may_lend_a_thousand_coins_and_not_one_more() {
        CompanyFiles.importInto(
                Nordlyst.running(),
                CompanyFiles.nordlyst()
                        .replace(
                                "of: gymmet,    per: month, amount: 3000.00,    exhausted: GO_AND_TELL",
                                "of: gymmet,    per: month, amount: 5000.00,    exhausted: STOP"));
    }

    @AfterAll
    static void the_company_is_as_it_was() {
        Nordlyst.running().books().clear();
        CompanyFiles.importInto(Nordlyst.running(), CompanyFiles.nordlyst());
    }

    @BeforeEach
    void nothing_has_been_given_yet() {
        nordlyst.books().clear();
    }

    @Test
    void P3_exactly_as_many_are_granted_as_there_is_room_for() {
        AtomicInteger granted = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();

        byAllClients(number -> count(ask(number), granted, refused));

        assertThat(granted).hasValue(ROOM);
        assertThat(refused).hasValue(REQUESTS - ROOM);
        assertThat(held()).isEqualTo(ROOM * COIN_MINOR);
        theBooksAgree();
    }

    @Test
    void P3_what_is_released_meanwhile_is_granted_again_and_never_twice() {
        AtomicInteger granted = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger released = new AtomicInteger();
        ExecutorService releasing = Executors.newFixedThreadPool(RELEASING);
        Queue<CompletableFuture<Void>> releases = new ConcurrentLinkedQueue<>();

        byAllClients(
                number -> {
                    ApiAnswer answer = ask(number);
                    count(answer, granted, refused);
                    if (answer.status() == 201 && granted.get() % 2 == 0) {
                        String id = answer.text("id");
                        releases.add(
                                CompletableFuture.runAsync(() -> release(id, released), releasing));
                    }
                });
        releases.forEach(CompletableFuture::join);
        releasing.shutdown();

        assertThat(granted.get() + refused.get()).isEqualTo(REQUESTS);
        assertThat(released.get()).isPositive();
        assertThat(held()).isEqualTo((granted.get() - released.get()) * COIN_MINOR);
        while (ask(0).status() == 201) {
            granted.incrementAndGet();
        }
        assertThat(granted.get() - released.get()).isEqualTo(ROOM);
        assertThat(held()).isEqualTo(ROOM * COIN_MINOR);
        theBooksAgree();
    }

    private void release(String id, AtomicInteger released) {
        ApiAnswer answer =
                nordlyst.as("lena").withNewKey().post("/gestures/" + id + "/release", "{}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        released.incrementAndGet();
    }

    /** The limit of a day is for staff; most are asked for by Lena, who is none of them. */
    private ApiAnswer ask(int number) {
        String user = number % 25 == 1 ? "gunnar" : number % 25 == 2 ? "mats" : "lena";
        return nordlyst.as(user).logs(COIN);
    }

    private static void count(ApiAnswer answer, AtomicInteger granted, AtomicInteger refused) {
        if (answer.status() == 201) {
            granted.incrementAndGet();
        } else {
            assertThat(answer.code()).as(answer.body()).isEqualTo("refused");
            assertThat(answer.texts("verdict.reasons", "budget")).contains("gymmet-month");
            refused.incrementAndGet();
        }
    }

    private interface Client {
        void asks(int number);
    }

    private static void byAllClients(Client client) {
        AtomicInteger next = new AtomicInteger();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            all.add(CompletableFuture.runAsync(() -> asksUntilDone(client, next), clients));
        }
        try {
            all.forEach(CompletableFuture::join);
        } finally {
            clients.shutdown();
        }
    }

    private static void asksUntilDone(Client client, AtomicInteger next) {
        for (int number = next.getAndIncrement();
                number < REQUESTS;
                number = next.getAndIncrement()) {
            client.asks(number);
        }
    }

    private long held() {
        return nordlyst.books()
                .figure(
                        "SELECT sum(held_minor) FROM budget_period p JOIN budget b"
                                + " ON b.id = p.budget_id WHERE b.code = 'gymmet-month'");
    }

    private void theBooksAgree() {
        ApiAnswer check = nordlyst.as("lena").get("/budgets/reconciliation");
        assertThat(check.text("ok")).as(check.body()).isEqualTo("true");
        assertThat(nordlyst.as("axel").get("/audit/check").text("ok")).isEqualTo("true");
    }
}
