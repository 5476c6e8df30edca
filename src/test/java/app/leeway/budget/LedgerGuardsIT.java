package app.leeway.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.leeway.shared.jdbc.JdbiSetup;
import app.leeway.support.PlainDatabase;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two guards stand on the money, and each of them alone is enough: the condition on the update, and
 * the constraint on the row. Here each is tried without the other, and without anybody who looks
 * first.
 */
class LedgerGuardsIT {

    private static final long PERIOD = 1;
    private static final int ROOM = 400;
    private static final int REQUESTS = 2_000;
    private static final long COIN_MINOR = 500;
    private static final Instant AT = Instant.parse("2026-11-25T12:00:00Z");

    private static PlainDatabase database;

    /** As the migration made it; null when it made none, and then nothing is taken for it. */
    private static String constraint;

    private final Ledger ledger = new Ledger();

    @BeforeAll
    static void open() {
        database = PlainDatabase.started("ledger-guards");
        database.write(
                "INSERT INTO org_unit (code, name_sv, name_en, level, position)"
                        + " VALUES ('gym', 'G', 'G', 'company', 0)",
                "INSERT INTO budget (code, of_unit, per, amount_minor, exhausted, position)"
                        + " VALUES ('gym-month', 'gym', 'month', 200000, 'STOP', 0)");
        constraint =
                database.one(
                        "SELECT pg_get_constraintdef(oid) FROM pg_constraint"
                                + " WHERE conname = 'never_beyond_the_limit'");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void anEmptyPeriodWithBothGuards() {
        ledger.jdbi = JdbiSetup.over(database.source());
        database.write(
                "ALTER TABLE budget_entry DISABLE TRIGGER USER",
                "DELETE FROM budget_entry",
                "ALTER TABLE budget_entry ENABLE TRIGGER USER",
                "DELETE FROM budget_period",
                "INSERT INTO budget_period (id, budget_id, starts_at, ends_at, limit_minor)"
                        + " OVERRIDING SYSTEM VALUE SELECT 1, id, '2026-11-01', '2026-12-01', 200000"
                        + " FROM budget",
                "ALTER TABLE budget_period DROP CONSTRAINT IF EXISTS never_beyond_the_limit",
                "ALTER TABLE budget_period ADD CONSTRAINT never_beyond_the_limit " + constraint);
    }

    @Test
    void P3_the_condition_holds_without_the_constraint() {
        database.write("ALTER TABLE budget_period DROP CONSTRAINT never_beyond_the_limit");
        ledger.post(List.of(coins(ROOM)));

        assertThatThrownBy(() -> ledger.post(List.of(coins(1))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("would have passed their limit");

        assertThat(held()).isEqualTo(ROOM * COIN_MINOR);
    }

    @Test
    void P3_the_constraint_holds_without_the_condition() {
        ledger.post(List.of(coins(ROOM)));

        assertThatThrownBy(
                        () ->
                                database.write(
                                        "UPDATE budget_period SET held_minor = held_minor + 1"))
                .hasStackTraceContaining("never_beyond_the_limit");

        assertThat(held()).isEqualTo(ROOM * COIN_MINOR);
    }

    @Test
    void P3_of_many_who_never_looked_exactly_as_many_are_let_in_as_there_is_room_for() {
        AtomicInteger granted = new AtomicInteger();
        ExecutorService clients = Executors.newFixedThreadPool(16);
        try {
            CompletableFuture.allOf(
                            IntStream.range(0, REQUESTS)
                                    .mapToObj(
                                            i ->
                                                    CompletableFuture.runAsync(
                                                            () -> tryOne(granted), clients))
                                    .toArray(CompletableFuture[]::new))
                    .join();
        } finally {
            clients.shutdown();
        }

        assertThat(granted).hasValue(ROOM);
        assertThat(held()).isEqualTo(ROOM * COIN_MINOR);
        assertThat(database.one("SELECT sum(held_delta) FROM budget_entry"))
                .isEqualTo(String.valueOf(ROOM * COIN_MINOR));
    }

    private void tryOne(AtomicInteger granted) {
        try {
            ledger.post(List.of(coins(1)));
            granted.incrementAndGet();
        } catch (IllegalStateException full) {
            assertThat(full).hasMessageContaining("would have passed their limit");
        }
    }

    private static Posting coins(int number) {
        return Posting.hold(PERIOD, null, number * COIN_MINOR, null, AT);
    }

    private static long held() {
        return Long.parseLong(database.one("SELECT held_minor FROM budget_period"));
    }
}
