package app.leeway.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Leeway as its callers see it: who may call, and what a gesture is sent as. */
final class Site {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEADERS =
            "Authorization: Bearer %s\r\nContent-Type: application/json\r\nAccept: application/json\r\n";

    private final URI address;
    private final Tokens tokens;
    private final List<BenchCompany.Giver> givers;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Site(URI address, Tokens tokens, List<BenchCompany.Giver> givers) {
        this.address = address;
        this.tokens = tokens;
        this.givers = givers;
    }

    /** Gestures by everybody at these sites, each caller with a share of the people. */
    Peer gestures(String name, Predicate<String> sites, Consumer<Acknowledged> heard) {
        return new Peer(
                name,
                caller -> {
                    List<byte[]> people = people(caller, sites);
                    return new Sending(people, "/api/v1/gestures", true, heard);
                });
    }

    /** An exception from the asking to the yes: opened, found in the inbox, looked at, decided. */
    Peer exceptions(String name, String decider, Predicate<String> sites) {
        return new Peer(
                name, caller -> new Exceptional(address, people(caller, sites), header(decider)));
    }

    /** The inbox of somebody who decides. */
    Peer inbox(String name, String decider) {
        return new Peer(name, caller -> new Exceptional.Inbox(address, header(decider)));
    }

    private byte[] header(String user) {
        return HEADERS.formatted(tokens.of(user)).getBytes(StandardCharsets.US_ASCII);
    }

    /** The same requests to one of the peers in the same server. */
    Peer peer(String name, String resource) {
        return new Peer(
                name,
                caller ->
                        new Sending(
                                people(caller, site -> true),
                                "/peers/api/" + resource,
                                false,
                                answer -> {}));
    }

    /** A gesture that the server has answered: it must never be lost. */
    record Acknowledged(UUID id, int status) {}

    private List<byte[]> people(int caller, Predicate<String> sites) {
        List<BenchCompany.Giver> there = givers.stream().filter(g -> sites.test(g.site())).toList();
        List<byte[]> mine = new ArrayList<>();
        for (int i = caller % there.size(); i < there.size(); i += Settings.CLIENTS) {
            mine.add(header(there.get(i).user()));
        }
        return mine;
    }

    /** Sends one after the other over one connection. */
    private final class Sending implements Call {
        private final KeepAlive connection = new KeepAlive(address);
        private final List<byte[]> people;
        private final String path;
        private final boolean keyed;
        private final Consumer<Acknowledged> heard;
        private int next;

        Sending(List<byte[]> people, String path, boolean keyed, Consumer<Acknowledged> heard) {
            this.people = people;
            this.path = path;
            this.keyed = keyed;
            this.heard = heard;
        }

        @Override
        public boolean run() throws IOException {
            UUID id = timeOrdered();
            byte[] headers = people.get(next++ % people.size());
            KeepAlive.Answer answer =
                    connection.post(path, keyed ? keyed(headers, id) : headers, body(id));
            if (answer.status() == 201
                    || answer.status() == 422 && answer.body().contains("\"refused\"")) {
                heard.accept(new Acknowledged(id, answer.status()));
                return true;
            }
            return answer.status() == 200;
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }

    static byte[] keyed(byte[] headers, UUID id) {
        byte[] key = ("Idempotency-Key: " + id + "\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] both = java.util.Arrays.copyOf(headers, headers.length + key.length);
        System.arraycopy(key, 0, both, headers.length, key.length);
        return both;
    }

    /** Each for somebody else, on a visit of its own. */
    private static byte[] body(UUID id) {
        return body(id, BenchCompany.AMOUNT);
    }

    static byte[] body(UUID id, String amount) {
        int customer = ThreadLocalRandom.current().nextInt(BenchCompany.CUSTOMERS);
        return ("{\"kind\":\"goodwill\",\"cost\":{\"amount\":\"%s\",\"currency\":\"SEK\"},\"customer\":\"%s\","
                        + "\"visit\":\"%s\",\"occasion\":\"late arrival of the room, bottle of wine\",\"done\":false}")
                .formatted(amount, BenchCompany.customer(customer), id)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** UUIDv7. */
    static UUID timeOrdered() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000);
        return new UUID(high, random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L);
    }

    /**
     * @throws IllegalStateException when it is not answered with success
     */
    JsonNode get(String user, String path) throws IOException {
        return ask(user, HttpRequest.newBuilder(address.resolve("/api/v1" + path)).GET());
    }

    /**
     * @throws IllegalStateException when it is not answered with success
     */
    JsonNode post(String user, String path, String mediaType, String body) throws IOException {
        return ask(
                user,
                HttpRequest.newBuilder(address.resolve("/api/v1" + path))
                        .header("Content-Type", mediaType)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends a file. */
    JsonNode send(String user, String path, String mediaType, Path file) throws IOException {
        return ask(
                user,
                HttpRequest.newBuilder(address.resolve("/api/v1" + path))
                        .header("Content-Type", mediaType)
                        .POST(HttpRequest.BodyPublishers.ofFile(file)));
    }

    private JsonNode ask(String user, HttpRequest.Builder builder) throws IOException {
        HttpRequest request =
                builder.header("Authorization", "Bearer " + tokens.of(user))
                        .timeout(Duration.ofMinutes(5))
                        .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        request.uri()
                                + " was answered "
                                + answer.statusCode()
                                + ": "
                                + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }
}
