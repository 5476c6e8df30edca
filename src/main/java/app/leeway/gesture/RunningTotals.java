package app.leeway.gesture;

import app.leeway.guardrail.Measure;
import app.leeway.guardrail.Question;
import app.leeway.guardrail.Usage;
import app.leeway.shared.jdbc.ArrayInsert;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * What staff and sites gave in a calendar period, kept as it grows: adding it up anew for each
 * batch reads every gesture of the day or month again.
 *
 * <p>Design notice: a kept tally may be thrown away at any time and is then counted from the
 * gestures, which stay the one truth. It is of one revision of the company, since a moved unit or a
 * changed scope counts other gestures; and whoever takes a gesture to change it throws away the
 * tallies of its giver and its site, both behind the lock of the key. Few gestures, the keys that
 * see few (customers, visits) and rolling windows are not worth a row.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class RunningTotals {

    private static final String READ =
            "SELECT q.n, t.sum_minor, t.pieces FROM unnest(?::int[], ?::text[], ?::text[],"
                    + " ?::timestamptz[]) AS q (n, rule, key_value, from_at) JOIN tally t"
                    + " USING (rule, key_value, from_at) WHERE t.company_revision = ?";
    private static final String FORGET =
            "DELETE FROM tally t USING gesture g WHERE g.id = ANY (?)"
                    + " AND (t.from_at <= g.judged_for AND t.until_at > g.judged_for"
                    + " OR t.from_at <= g.told_at AND t.until_at > g.told_at) AND (t.of_key = 'STAFF'"
                    + " AND t.key_value = g.person_id::text"
                    + " OR t.of_key = 'SITE' AND t.key_value = g.site)";

    private static final String ENDED = "DELETE FROM tally WHERE until_at < ?";

    /** As many are read as quickly as a row is written. */
    private static final int WORTH_A_ROW = 32;

    private static final Duration REMEMBERED = Duration.ofDays(8);

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    /** Whether the answer to a question is worth keeping. */
    static boolean keeps(Question question) {
        Measure measure = question.guardrail().measure();
        return question.from() != null
                && question.around() == null
                && (measure.key() == Measure.Key.STAFF || measure.key() == Measure.Key.SITE);
    }

    /** Answers to those of the questions that are kept. */
    @Transactional(TxType.REQUIRED)
    Map<Question, Usage> read(Collection<Question> questions, long companyRevision) {
        List<Question> asked = questions.stream().filter(RunningTotals::keeps).toList();
        Map<Question, Usage> known = new HashMap<>();
        if (asked.isEmpty()) {
            return known;
        }
        Integer[] numbers = new Integer[asked.size()];
        Arrays.setAll(numbers, i -> i);
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(READ)) {
            select.setArray(1, connection.createArrayOf("int", numbers));
            select.setArray(2, texts(connection, asked.stream().map(RunningTotals::rule)));
            select.setArray(3, texts(connection, asked.stream().map(Question::keyValue)));
            select.setArray(
                    4,
                    connection.createArrayOf(
                            "timestamptz", asked.stream().map(Question::from).toArray()));
            select.setLong(5, companyRevision);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    known.put(asked.get(row.getInt(1)), new Usage(row.getLong(2), row.getLong(3)));
                }
            }
            return known;
        } catch (SQLException e) {
            throw new IllegalStateException("kept tallies could not be read", e);
        }
    }

    private static java.sql.Array texts(Connection connection, Stream<String> values)
            throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    /** Keeps what the questions come to now, with everything that was decided. */
    void keep(Map<Question, Usage> tallies, long companyRevision) {
        ArrayInsert rows =
                new ArrayInsert(
                                "tally",
                                "rule text",
                                "of_key text",
                                "key_value text",
                                "from_at timestamptz",
                                "until_at timestamptz",
                                "company_revision bigint",
                                "sum_minor bigint",
                                "pieces bigint")
                        .onConflict(
                                "(rule, key_value, from_at) DO UPDATE SET until_at = excluded.until_at,"
                                        + " company_revision = excluded.company_revision,"
                                        + " sum_minor = excluded.sum_minor, pieces = excluded.pieces");
        tallies.forEach(
                (question, tally) -> {
                    if (tally.count() >= WORTH_A_ROW) {
                        rows.add(
                                rule(question),
                                question.guardrail().measure().key().name(),
                                question.keyValue(),
                                question.from(),
                                question.until(),
                                companyRevision,
                                tally.sumMinor(),
                                tally.count());
                    }
                });
        try (Connection connection = database.getConnection()) {
            rows.write(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("tallies could not be kept", e);
        }
    }

    /**
     * What was kept of the givers and the sites of gestures that are about to change, or count
     * where nothing was asked about them.
     */
    void forget(List<UUID> gestures) {
        if (gestures.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(FORGET)) {
            delete.setArray(1, connection.createArrayOf("uuid", gestures.toArray()));
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "tallies of " + gestures + " could not be forgotten", e);
        }
    }

    /** Periods that are over see nothing new; what comes late after all is counted anew. */
    @Transactional(TxType.REQUIRED)
    void forgetEnded(Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(ENDED)) {
            delete.setObject(1, now.minus(REMEMBERED).atOffset(ZoneOffset.UTC));
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("tallies of the past could not be forgotten", e);
        }
    }

    private static String rule(Question question) {
        return question.guardrail().code() + "@" + question.guardrail().revision();
    }
}
