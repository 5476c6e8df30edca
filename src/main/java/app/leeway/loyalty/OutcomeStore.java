package app.leeway.loyalty;

import app.leeway.shared.Complaint;
import app.leeway.shared.Violation;
import app.leeway.shared.jdbc.ArrayInsert;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

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
            "SELECT o.source, o.id, o.digest FROM unnest(?::text[], ?::text[]) AS k (source, id)"
                    + " JOIN outcome o ON o.source = k.source AND o.id = k.id";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    /**
     * @param zone where days begin
     */
    IngestResult write(List<Received> messages, ZoneId zone) {
        Map<Outcome.Key, Outcome> rows = new TreeMap<>();
        messages.forEach(m -> rows.putIfAbsent(m.outcome().key(), m.outcome()));
        try (Connection connection = database.getConnection()) {
            int added = insert(connection, rows.values(), zone);
            return added == messages.size()
                    ? new IngestResult(added, 0, List.of())
                    : compared(connection, messages, added);
        } catch (SQLException e) {
            throw new IllegalStateException("the outcomes could not be written", e);
        }
    }

    /**
     * Nearly always all are new, and then a plain insert does, at two thirds of the cost; where one
     * is not, each is looked at.
     */
    private static int insert(Connection connection, Collection<Outcome> outcomes, ZoneId zone)
            throws SQLException {
        ArrayInsert insert = rows(outcomes, zone);
        try (Statement point = connection.createStatement()) {
            point.execute("SAVEPOINT all_new");
            try {
                return insert.writeNew(connection);
            } catch (SQLException e) {
                if (!THERE_ALREADY.equals(e.getSQLState())) {
                    throw e;
                }
                point.execute("ROLLBACK TO SAVEPOINT all_new");
                return insert.onConflict("DO NOTHING").writeNew(connection);
            }
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
                    outcome.at().atOffset(ZoneOffset.UTC),
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
    private static IngestResult compared(Connection connection, List<Received> messages, int added)
            throws SQLException {
        Map<Outcome.Key, byte[]> kept = kept(connection, messages);
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

    private static Map<Outcome.Key, byte[]> kept(Connection connection, List<Received> messages)
            throws SQLException {
        Map<Outcome.Key, byte[]> kept = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(KEPT)) {
            select.setArray(1, array(connection, messages, true));
            select.setArray(2, array(connection, messages, false));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    kept.put(new Outcome.Key(row.getString(1), row.getString(2)), row.getBytes(3));
                }
            }
        }
        return kept;
    }

    private static Array array(Connection connection, List<Received> messages, boolean sources)
            throws SQLException {
        return connection.createArrayOf(
                "text",
                messages.stream()
                        .map(m -> sources ? m.outcome().source() : m.outcome().id())
                        .toArray());
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
