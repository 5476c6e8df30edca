package app.leeway.http;

import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import app.leeway.shared.jdbc.RecordMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/**
 * Does what is asked once per key, and answers every repetition with the answer of the first time,
 * for ever. (Logging a gesture needs none of this: there the key is the gesture's own id. A key
 * names one request all the same: what was a gesture's is no other's, and the other way round.)
 *
 * <p>The answer is stored in the transaction that does the work: either both are there or neither.
 * What was refused changed nothing and leaves no answer, so it may be tried again with its key.
 * Names of people are not kept with it: a repetition tells those that they have by then.
 *
 * <p>Design notice: this is the one {@code @Transactional} outside a use case, since the
 * transaction must hold the use case and its stored answer together.
 */
@ApplicationScoped
public class Idempotency {

    private static final String LOCK =
            "SELECT pg_try_advisory_xact_lock(hashtextextended(:key, 0))";
    private static final String FIND =
            "SELECT fingerprint, status, body FROM idempotent_answer WHERE key = :key";
    private static final String STORE =
            """
            INSERT INTO idempotent_answer (key, fingerprint, status, body, answered_at)
            VALUES (:key, :fingerprint, :status, :body, :now)
            """;

    @Inject Jdbi jdbi;

    @Inject Clock clock;
    @Inject Jsonb jsonb;

    @Inject NamesInAnswers names;

    private record Stored(byte[] fingerprint, int status, String body) {}

    private static final RecordMapper<Stored> STORED = RecordMapper.of(Stored.class);

    /**
     * @param asked all that makes this request this request: who, what about, the canonical body
     * @param work the use case; its result is answered as JSON with 200
     * @throws RefusedException KEY_REUSED for a key that named another request; IN_FLIGHT while the
     *     first one is being worked on
     */
    @Transactional
    public Response once(UUID key, String asked, Supplier<?> work) {
        byte[] fingerprint = sha256(asked);
        lock(key);
        Optional<Stored> before = find(key);
        if (before.isPresent()) {
            return replay(before.get(), fingerprint);
        }
        if (namesGesture(key)) {
            throw reused();
        }
        String answer = jsonb.toJson(work.get());
        store(key, new Stored(fingerprint, 200, names.hidden(answer)));
        return response(200, answer).build();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void lock(UUID key) {
        boolean taken =
                jdbi.withHandle(
                        handle ->
                                handle.createQuery(LOCK)
                                        .bind("key", key.toString())
                                        .mapTo(Boolean.class)
                                        .one());
        if (!taken) {
            throw new RefusedException(
                    Refusal.IN_FLIGHT, "the first request with this key is under way");
        }
    }

    private Optional<Stored> find(UUID key) {
        return jdbi.withHandle(
                handle -> handle.createQuery(FIND).bind("key", key).map(STORED).findOne());
    }

    /** Gestures are logged under keys too, and keep their answers by themselves. */
    private boolean namesGesture(UUID key) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery("SELECT EXISTS (SELECT 1 FROM gesture WHERE id = :key)")
                                .bind("key", key)
                                .mapTo(Boolean.class)
                                .one());
    }

    private static RefusedException reused() {
        return new RefusedException(Refusal.KEY_REUSED, "this key was used for another request");
    }

    private Response replay(Stored before, byte[] fingerprint) {
        if (!MessageDigest.isEqual(before.fingerprint(), fingerprint)) {
            throw reused();
        }
        String body = names.shown(before.body());
        return response(before.status(), body).header(IdempotencyKey.REPLAYED, true).build();
    }

    private void store(UUID key, Stored answer) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(STORE)
                                .bind("key", key)
                                .bind("fingerprint", answer.fingerprint())
                                .bind("status", answer.status())
                                .bind("body", answer.body())
                                .bind("now", clock.instant())
                                .execute());
    }

    private static Response.ResponseBuilder response(int status, String body) {
        return Response.status(status).type(MediaType.APPLICATION_JSON).entity(body);
    }
}
