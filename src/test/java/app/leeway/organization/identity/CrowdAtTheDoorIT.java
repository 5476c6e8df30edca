package app.leeway.organization.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.Awaiting;
import app.leeway.support.Nordlyst;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * As many people as the server has connections call for the first time, all at once: each holds
 * one, and none is left for whoever would need a second.
 */
class CrowdAtTheDoorIT {

    private static final int CONNECTIONS = 12;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> PEOPLE =
            List.of(
                    "anna", "adam", "gunnar", "dag", "berit", "siri", "filip", "klara", "hedda",
                    "kim", "mats", "maria");

    private final Nordlyst nordlyst = Nordlyst.running();
    private final AtomicBoolean isOpen = new AtomicBoolean();

    @Test
    void newcomersDoNotWaitForEachOthersConnections() throws Exception {
        assertThat(PEOPLE).hasSize(CONNECTIONS);
        PEOPLE.forEach(nordlyst::tokenOf);
        nordlyst.books().write("UPDATE person SET sub = NULL WHERE user_name <> 'stina'");
        nordlyst.as("stina").put("/me", "{}"); // the server forgets whom it knew

        ExecutorService crowd = Executors.newFixedThreadPool(PEOPLE.size());
        try (Connection door = nordlyst.database().connect();
                Statement sql = door.createStatement()) {
            door.setAutoCommit(false);
            sql.execute("LOCK TABLE person IN ACCESS EXCLUSIVE MODE");
            List<Future<Integer>> answers =
                    PEOPLE.stream().map(user -> crowd.submit(() -> call(user))).toList();
            Awaiting.until("all connections are taken", PATIENCE, () -> atTheDoor() >= CONNECTIONS);
            door.rollback();
            isOpen.set(true);
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        } finally {
            crowd.shutdownNow();
        }
    }

    /**
     * Whoever lost patience at the closed door comes again: how long it is closed depends on the
     * machine, and work of the server's own may have had a connection. Once it is open, nobody may
     * be turned away.
     */
    private int call(String user) {
        int status = nordlyst.as(user).get("/me").status();
        while (status == 503 && !isOpen.get()) {
            status = nordlyst.as(user).get("/me").status();
        }
        return status;
    }

    private long atTheDoor() {
        return nordlyst.books().figure("SELECT count(*) FROM pg_locks WHERE NOT granted");
    }
}
