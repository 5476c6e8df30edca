package app.leeway.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * One exception over HTTP, by two people: asked for, found in the inbox, looked at, approved. Each
 * request carries the token of its own person.
 */
final class Exceptional implements Call {
    private static final String AMOUNT = "700.00";
    private static final byte[] NOTHING_MORE = "{}".getBytes(StandardCharsets.US_ASCII);

    private final KeepAlive connection;
    private final List<byte[]> requesters;
    private final byte[] decider;
    private int next;

    Exceptional(URI address, List<byte[]> requesters, byte[] decider) {
        this.connection = new KeepAlive(address);
        this.requesters = requesters;
        this.decider = decider;
    }

    @Override
    public boolean run() throws IOException {
        UUID id = open();
        if (id == null) {
            return false;
        }
        KeepAlive.Answer inbox = connection.get("/api/v1/approvals?limit=25", decider);
        KeepAlive.Answer card = connection.get("/api/v1/approvals/" + id, decider);
        KeepAlive.Answer yes =
                connection.post(
                        "/api/v1/approvals/" + id + "/approve",
                        Site.keyed(decider, Site.timeOrdered()),
                        NOTHING_MORE);
        return inbox.status() == 200 && card.status() == 200 && yes.status() == 200;
    }

    /** The id of what waits now; null when it does not wait. */
    UUID open() throws IOException {
        UUID id = Site.timeOrdered();
        byte[] headers = requesters.get(next++ % requesters.size());
        KeepAlive.Answer asked =
                connection.post("/api/v1/gestures", Site.keyed(headers, id), Site.body(id, AMOUNT));
        return asked.status() == 201 && asked.body().contains("awaiting-approval") ? id : null;
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }

    /** What waits for somebody, the most urgent first. */
    static final class Inbox implements Call {
        private final KeepAlive connection;
        private final byte[] decider;

        Inbox(URI address, byte[] decider) {
            this.connection = new KeepAlive(address);
            this.decider = decider;
        }

        @Override
        public boolean run() throws IOException {
            return connection.get("/api/v1/approvals?limit=25", decider).status() == 200;
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }
}
