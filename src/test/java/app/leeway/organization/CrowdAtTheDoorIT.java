package app.leeway.organization;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.Awaiting;
import app.leeway.support.Nordlyst;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** More people than the server has connections call for the first time, all at once. */
class CrowdAtTheDoorIT {

    private static final int CONNECTIONS = 12;
    private static final List<String> PEOPLE =
            List.of(
                    "anna", "adam", "gunnar", "dag", "berit", "siri", "filip", "klara", "hedda",
                    "kim", "mats", "maria", "lena", "axel");

    private final Nordlyst nordlyst = Nordlyst.running();

    @Test
    void newcomersDoNotWaitForEachOthersConnections() throws Exception {
        assertThat(PEOPLE).hasSizeGreaterThan(CONNECTIONS);
        PEOPLE.forEach(nordlyst::tokenOf);
        nordlyst.books().write("UPDATE person SET sub = NULL WHERE user_name <> 'stina'");
        nordlyst.as("stina").put("/me", "{}"); // the server forgets whom it knew

        ExecutorService crowd = Executors.newFixedThreadPool(PEOPLE.size());
        try (Connection door = nordlyst.database().connect();
                Statement sql = door.createStatement()) {
            door.setAutoCommit(false);
            sql.execute("LOCK TABLE person IN ACCESS EXCLUSIVE MODE");
            List<Future<Integer>> answers =
                    PEOPLE.stream()
                            .map(user -> crowd.submit(() -> nordlyst.as(user).get("/me").status()))
                            .toList();
            Awaiting.until("all connections are taken", () -> atTheDoor() >= CONNECTIONS);
            door.rollback();
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        } finally {
            crowd.shutdownNow();
        }
    }

    private long atTheDoor() {
        return nordlyst.books().figure("SELECT count(*) FROM pg_locks WHERE NOT granted");
    }
}
