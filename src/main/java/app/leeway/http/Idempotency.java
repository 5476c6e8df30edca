package app.leeway.http;

import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;

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

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @Inject Clock clock;
    @Inject Jsonb jsonb;

    private record Stored(byte[] fingerprint, int status, String body) {}

    /**
     * @param asked all that makes this request this request: who, what about, the canonical body
     * @param work the use case; its result is answered as JSON with 200
     * @throws RefusedException KEY_REUSED for a key that named another request; IN_FLIGHT while the
     *     first one is being worked on
     */
    @Transactional
    public Response once(UUID key, String asked, Supplier<?> work) {
        byte[] fingerprint = sha256(asked);
        try (Connection connection = database.getConnection()) {
            lock(connection, key);
            Optional<Stored> before = find(connection, key);
            if (before.isPresent()) {
                return replay(connection, before.get(), fingerprint);
            }
            if (namesGesture(connection, key)) {
                throw reused();
            }
            String answer = jsonb.toJson(work.get());
            String kept = new NamesInAnswers(connection).hidden(answer);
            store(connection, key, new Stored(fingerprint, 200, kept));
            return response(200, answer).build();
        } catch (SQLException e) {
            throw new IllegalStateException("the answer to " + key + " could not be kept", e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void lock(Connection connection, UUID key) throws SQLException {
        String sql = "select pg_try_advisory_xact_lock(hashtextextended(?, 0))";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, key.toString());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next() || !row.getBoolean(1)) {
                    throw new RefusedException(
                            Refusal.IN_FLIGHT, "the first request with this key is under way");
                }
            }
        }
    }

    private static Optional<Stored> find(Connection connection, UUID key) throws SQLException {
        String sql = "select fingerprint, status, body from idempotent_answer where key = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, key);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Stored(row.getBytes(1), row.getInt(2), row.getString(3)))
                        : Optional.empty();
            }
        }
    }

    /** Gestures are logged under keys too, and keep their answers by themselves. */
    private static boolean namesGesture(Connection connection, UUID key) throws SQLException {
        String sql = "select exists (select 1 from gesture where id = ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, key);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static RefusedException reused() {
        return new RefusedException(Refusal.KEY_REUSED, "this key was used for another request");
    }

    private static Response replay(Connection connection, Stored before, byte[] fingerprint)
            throws SQLException {
        if (!MessageDigest.isEqual(before.fingerprint(), fingerprint)) {
            throw reused();
        }
        String body = new NamesInAnswers(connection).shown(before.body());
        return response(before.status(), body).header(IdempotencyKey.REPLAYED, true).build();
    }

    private void store(Connection connection, UUID key, Stored answer) throws SQLException {
        String sql =
                "insert into idempotent_answer (key, fingerprint, status, body, answered_at)"
                        + " values (?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, key);
            statement.setBytes(2, answer.fingerprint());
            statement.setInt(3, answer.status());
            statement.setString(4, answer.body());
            statement.setObject(5, clock.instant().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    private static Response.ResponseBuilder response(int status, String body) {
        return Response.status(status).type(MediaType.APPLICATION_JSON).entity(body);
    }
}
