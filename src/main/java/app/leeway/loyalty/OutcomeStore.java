package app.leeway.loyalty;

import app.leeway.shared.Complaint;
import app.leeway.shared.Violation;
import app.leeway.shared.jdbc.ArrayInsert;
import app.leeway.shared.jdbc.RecordMapper;
import app.leeway.shared.jdbc.SqlState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Where outcomes are kept, many at a time, in the caller's transaction.
 *
 * <p>Design notice: the primary key decides what is new, not a look beforehand, so that two servers
 * that are brought the same in the same instant keep it once. Rows are written in the order of
 * their keys, so that two batches wait for each other and never deadlock.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class OutcomeStore {

    /** PostgreSQL's unique_violation. */
    private static final String THERE_ALREADY = "23505";

    private static final String KEPT =
            """
            SELECT o.source, o.id, o.digest FROM unnest(:sources, :ids) AS k (source, id)
              JOIN outcome o ON o.source = k.source AND o.id = k.id
            """;

    private record Kept(String source, String id, byte[] digest) {

        Outcome.Key key() {
            return new Outcome.Key(source, id);
        }
    }

    @Inject Jdbi jdbi;

    /**
     * @param zone where days begin
     */
    IngestResult write(List<Received> messages, ZoneId zone) {
        Map<Outcome.Key, Outcome> rows = new TreeMap<>();
        messages.forEach(m -> rows.putIfAbsent(m.outcome().key(), m.outcome()));
        return jdbi.withHandle(
                handle -> {
                    int added = insert(handle, rows.values(), zone);
                    return added == messages.size()
                            ? new IngestResult(added, 0, List.of())
                            : compared(messages, kept(handle, rows.keySet()), added);
                });
    }

    /**
     * Nearly always all are new, and then a plain insert does, at two thirds of the cost; where one
     * is not, each is looked at.
     */
    private static int insert(Handle handle, Collection<Outcome> outcomes, ZoneId zone) {
        ArrayInsert insert = rows(outcomes, zone);
        handle.execute("SAVEPOINT all_new");
        try {
            return insert.writeNew(handle);
        } catch (JdbiException e) {
            if (!SqlState.is(THERE_ALREADY, e)) {
                throw e;
            }
            handle.execute("ROLLBACK TO SAVEPOINT all_new");
            return insert.onConflict("DO NOTHING").writeNew(handle);
        }
    }

    private static ArrayInsert rows(Collection<Outcome> outcomes, ZoneId zone) {
        ArrayInsert insert =
                new ArrayInsert(
                        "outcome",
                        "source text",
                        "id text",
                        "type text",
                        "customer text",
                        "at timestamptz",
                        "day int",
                        "amount_minor bigint",
                        "category text",
                        "score int",
                        "points bigint",
                        "tier text",
                        "gesture_id uuid",
                        "replaces text",
                        "digest bytea");
        for (Outcome outcome : outcomes) {
            insert.add(
                    outcome.source(),
                    outcome.id(),
                    outcome.type().code(),
                    outcome.customer(),
                    outcome.at(),
                    (int) outcome.at().atZone(zone).toLocalDate().toEpochDay(),
                    outcome.amount() == null ? null : outcome.amount().minor(),
                    outcome.category(),
                    outcome.score(),
                    outcome.points(),
                    outcome.tier(),
                    outcome.gesture(),
                    outcome.replaces(),
                    outcome.digest());
        }
        return insert;
    }

    /** Not all were new: which had come before, and which contradict what is kept. */
    private static IngestResult compared(
            List<Received> messages, Map<Outcome.Key, byte[]> kept, int added) {
        List<IngestResult.Refused> refused = new ArrayList<>();
        for (Received message : messages) {
            Outcome outcome = message.outcome();
            byte[] digest = kept.get(outcome.key());
            if (digest == null) {
                refused.add(
                        refused(
                                message,
                                "replaces",
                                Complaint.of("replaced-already.outcome", outcome.replaces())));
            } else if (!Arrays.equals(digest, outcome.digest())) {
                refused.add(
                        refused(
                                message,
                                "id",
                                Complaint.of(
                                        "contradiction.outcome", outcome.id(), outcome.source())));
            }
        }
        return new IngestResult(added, messages.size() - added - refused.size(), refused);
    }

    private static IngestResult.Refused refused(Received message, String field, Complaint why) {
        return new IngestResult.Refused(message.position(), List.of(new Violation(field, why)));
    }

    private static Map<Outcome.Key, byte[]> kept(Handle handle, Set<Outcome.Key> keys) {
        return handle.createQuery(KEPT)
                .bindArray("sources", String.class, keys.stream().map(Outcome.Key::source).toList())
                .bindArray("ids", String.class, keys.stream().map(Outcome.Key::id).toList())
                .map(RecordMapper.of(Kept.class))
                .collectToMap(Kept::key, Kept::digest);
    }

    /** Of all that a batch said, for the record. */
    static String digest(List<Received> messages) {
        try {
            MessageDigest whole = MessageDigest.getInstance("SHA-256");
            messages.forEach(message -> whole.update(message.outcome().digest()));
            return HexFormat.of().formatHex(whole.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
