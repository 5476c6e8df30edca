package app.leeway.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.Nordlyst;
import app.leeway.support.RawRequest;
import app.leeway.support.RunningLeeway;
import app.leeway.support.ServerInside;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the interface, every page and every address of the server, in an order that is
 * drawn, as nobody, as somebody of the staff and as the steward: with bodies that are large, wide,
 * deep and slow. The server answers each of them, and is afterwards as it was before.
 *
 * <p>{@code -Dhostile.seed=} draws the same order again.
 */
class EveryDoorHostile {

    private static final long MIB = 1024 * 1024;
    private static final long LARGE = 100 * MIB;
    private static final int AT_ONCE = 24;

    private final RunningLeeway leeway = RunningLeeway.shared();
    private final Nordlyst nordlyst = Nordlyst.running();
    private final long seed = Long.getLong("hostile.seed", System.nanoTime());

    /**
     * @param token null: nobody
     */
    private record Door(String method, String path, String token) {

        String head(String type) {
            return method
                    + " "
                    + path
                    + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
                    + type
                    + "\r\nIdempotency-Key: "
                    + java.util.UUID.randomUUID()
                    + "\r\n"
                    + (token == null ? "" : "Authorization: Bearer " + token + "\r\n");
        }
    }

    @Test
    void P15_bodies_of_every_kind_at_every_door_leave_the_server_as_it_was() throws Exception {
        System.out.println("hostile.seed=" + seed);
        ServerInside inside = leeway.inside();
        long heap = inside.liveHeap();
        long disk = inside.onDisk();

        for (String user : new String[] {null, "anna", "stina"}) {
            List<Door> doors = doors(user == null ? null : nordlyst.tokenOf(user));
            Collections.shuffle(doors, new Random(seed));
            for (Door door : doors) {
                large(door);
                structured(door, "[" + "1,".repeat((int) MIB) + "1]");
                structured(door, "[".repeat((int) MIB));
                structured(door, "{\"a\":".repeat(200_000) + "1" + "}".repeat(200_000));
                structured(door, "[1" + "0".repeat(500_000) + "]");
            }
            slow(doors);
            assertThat(isAlive()).isTrue();
        }

        assertThat(inside.liveHeap()).as(inside.largest()).isLessThan(heap + 64 * MIB);
        assertThat(inside.onDisk()).isLessThan(disk + 16 * MIB);
    }

    /** A status is an answer, and so is the connection's end. */
    private void large(Door door) throws IOException {
        String form = "application/x-www-form-urlencoded";
        String type = door.path().startsWith("/api/") ? "application/json" : form;
        try (RawRequest request = request()) {
            request.say(door.head(type) + "Content-Length: " + LARGE + "\r\n\r\n");
            assertThat(request.pour(LARGE).status()).as(door.toString()).isNotIn(500, 502);
        }
        try (RawRequest request = request()) {
            request.say(door.head(type) + "Transfer-Encoding: chunked\r\n\r\n");
            assertThat(request.pourInChunks(LARGE).status()).as(door.toString()).isNotIn(500, 502);
        }
    }

    private void structured(Door door, String json) throws IOException {
        try (RawRequest request = request()) {
            request.say(door.head("application/json"));
            request.trySaying("Content-Length: " + json.length() + "\r\n\r\n" + json);
            assertThat(request.status()).as(door.toString()).isNotEqualTo(500);
        }
    }

    private void slow(List<Door> doors) throws IOException {
        for (int from = 0; from < doors.size(); from += AT_ONCE) {
            List<RawRequest> open = new ArrayList<>();
            try {
                for (Door door : doors.subList(from, Math.min(from + AT_ONCE, doors.size()))) {
                    RawRequest request = request();
                    open.add(request);
                    request.say(door.head("application/json") + "Content-Length: 100\r\n\r\n{");
                }
                for (RawRequest request : open) {
                    assertThat(request.status()).isNotEqualTo(500);
                }
            } finally {
                for (RawRequest request : open) {
                    request.close();
                }
            }
        }
    }

    private List<Door> doors(String token) {
        List<Door> doors = new ArrayList<>();
        for (String operation : nordlyst.document().operations()) {
            String[] parts = operation.split(" ");
            String path = parts[1].startsWith("/api/") ? parts[1] : "/api/v1" + parts[1];
            if (!parts[0].equals("GET")) {
                doors.add(new Door(parts[0], path.replaceAll("\\{[^}]*}", "none"), token));
            }
        }
        for (String page : pages()) {
            doors.add(new Door("POST", page, null));
        }
        for (String own :
                List.of("/oidcclient/redirect/keycloak", "/metrics", "/health", "/openapi")) {
            doors.add(new Door("POST", own, null));
        }
        doors.add(new Door("POST", "/oidcclient/backchannel_logout/keycloak", null));
        doors.add(new Door("POST", "/sign-out", null));
        doors.add(new Door("PUT", "/index.xhtml", null));
        return doors;
    }

    private static List<String> pages() {
        Path webapp = Path.of(System.getProperty("leeway.project"), "src", "main", "webapp");
        try (Stream<Path> files = Files.walk(webapp)) {
            return files.map(file -> "/" + webapp.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> path.endsWith(".xhtml") && !path.startsWith("/WEB-INF/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isAlive() throws Exception {
        HttpRequest live = HttpRequest.newBuilder(leeway.url().resolve("/health/live")).build();
        return HttpClient.newHttpClient().send(live, BodyHandlers.discarding()).statusCode() == 200;
    }

    private RawRequest request() throws IOException {
        return RawRequest.to(leeway.url().getPort());
    }
}
