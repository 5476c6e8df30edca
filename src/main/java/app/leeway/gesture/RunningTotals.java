package app.leeway.gesture;

import app.leeway.guardrail.Measure;
import app.leeway.guardrail.Question;
import app.leeway.guardrail.Usage;
import app.leeway.shared.jdbc.ArrayInsert;
import app.leeway.shared.jdbc.RecordMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;

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
            """
            SELECT q.n, t.sum_minor, t.pieces
              FROM unnest(:numbers, :rules, :values, :from) AS q (n, rule, key_value, from_at)
              JOIN tally t USING (rule, key_value, from_at)
             WHERE t.company_revision = :revision
            """;
    private static final String FORGET =
            """
            DELETE FROM tally t USING gesture g
             WHERE g.id = ANY (:gestures)
               AND (t.from_at <= g.judged_for AND t.until_at > g.judged_for
                    OR t.from_at <= g.told_at AND t.until_at > g.told_at)
               AND (t.of_key = 'STAFF' AND t.key_value = g.person_id::text
                    OR t.of_key = 'SITE' AND t.key_value = g.site)
            """;

    private record Row(int n, long sumMinor, long pieces) {}

    private static final RecordMapper<Row> ROW = RecordMapper.of(Row.class);

    /** As many are read as quickly as a row is written. */
    private static final int WORTH_A_ROW = 32;

    private static final Duration REMEMBERED = Duration.ofDays(8);

    @Inject Jdbi jdbi;

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
        jdbi.useHandle(
                handle ->
                        handle.createQuery(READ)
                                .bindArray("numbers", Integer.class, numbers(asked))
                                .bindArray("rules", String.class, of(asked, RunningTotals::rule))
                                .bindArray("values", String.class, of(asked, Question::keyValue))
                                .bindArray("from", Instant.class, of(asked, Question::from))
                                .bind("revision", companyRevision)
                                .map(ROW)
                                .forEach(
                                        row ->
                                                known.put(
                                                        asked.get(row.n()),
                                                        new Usage(row.sumMinor(), row.pieces()))));
        return known;
    }

    /** By which an answer finds its question again. */
    static List<Integer> numbers(List<Question> asked) {
        return IntStream.range(0, asked.size()).boxed().toList();
    }

    private static <T> List<T> of(List<Question> asked, Function<Question, T> value) {
        return asked.stream().map(value).toList();
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
        jdbi.useHandle(rows::write);
    }

    /**
     * What was kept of the givers and the sites of gestures that are about to change, or count
     * where nothing was asked about them.
     */
    void forget(List<UUID> gestures) {
        if (gestures.isEmpty()) {
            return;
        }
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(FORGET)
                                .bindArray("gestures", UUID.class, gestures)
                                .execute());
    }

    /** Periods that are over see nothing new; what comes late after all is counted anew. */
    @Transactional(TxType.REQUIRED)
    void forgetEnded(Instant now) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate("DELETE FROM tally WHERE until_at < :until")
                                .bind("until", now.minus(REMEMBERED))
                                .execute());
    }

    private static String rule(Question question) {
        return question.guardrail().code() + "@" + question.guardrail().revision();
    }
}
