package app.leeway.gesture;

import app.leeway.guardrail.Question;
import app.leeway.guardrail.Scope;
import app.leeway.guardrail.Usage;
import app.leeway.organization.Organization;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Answers the guardrails' questions from what was given before: any number of questions in one
 * statement.
 */
@ApplicationScoped
class CountingGestures {

    /**
     * What was given before, as one question counts it.
     *
     * @param tally of all of it, for a fixed window
     * @param given each of them, for a rolling window: which of them count together depends on what
     *     comes with them
     */
    record Counted(Usage tally, List<Question.Given> given) {

        private static Counted all(Usage tally) {
            return new Counted(tally, List.of());
        }

        /** The answer, together with what was decided since. */
        Usage with(Question question, List<Question.Given> since) {
            if (question.around() != null) {
                List<Question.Given> all = new ArrayList<>(given);
                all.addAll(since);
                return question.tally(all);
            }
            return since.stream()
                    .reduce(tally, (sum, one) -> sum.plus(one.costMinor()), (one, other) -> other);
        }
    }

    private static final String COUNT =
            """
            WITH q AS (SELECT * FROM unnest(?::int[], ?::text[], ?::bigint[], ?::text[], ?::timestamptz[],
                ?::timestamptz[], ?::boolean[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::boolean[])
              AS q (n, of_key, number, value, since, until, rolling, kind, category, role, units, tier, touchpoint,
                moment, outreach))
            SELECT q.n, coalesce(sum(g.cost_minor), 0), count(g.id),
                   array_agg(extract(epoch FROM g.judged_for)) FILTER (WHERE q.rolling AND g.id IS NOT NULL),
                   array_agg(g.cost_minor) FILTER (WHERE q.rolling AND g.id IS NOT NULL),
                   array_agg(extract(epoch FROM g.told_at)) FILTER (WHERE q.rolling AND g.id IS NOT NULL)
            FROM q LEFT JOIN LATERAL (
              SELECT * FROM (%s) k
              WHERE k.state IN ('awaiting-approval', 'held', 'settled')
                AND k.id <> ALL (?::uuid[])
                AND (q.kind IS NULL OR k.kind = q.kind) AND (q.category IS NULL OR k.category = q.category)
                AND (q.role IS NULL OR ',' || k.roles || ',' LIKE '%%,' || q.role || ',%%')
                AND (q.units IS NULL OR q.units LIKE '%%,' || k.place || ',%%')
                AND (q.tier IS NULL OR k.tier = q.tier) AND (q.touchpoint IS NULL OR k.touchpoint = q.touchpoint)
                AND (q.moment IS NULL OR k.moment = q.moment) AND (q.outreach IS NULL OR k.outreach = q.outreach)
            ) g ON true
            GROUP BY q.n"""
                    .formatted(
                            Stream.of(
                                            sharing("CUSTOMER", "customer_id = q.number"),
                                            sharing("VISIT", "visit_key = q.value"),
                                            sharing("STAFF", "person_id = q.number"),
                                            sharing("SITE", "site = q.value"))
                                    .collect(Collectors.joining(" UNION ALL ")));

    /**
     * Two branches per key, so that each goes by its own index: what happens in the stretch, and
     * what was logged late in it.
     */
    private static String sharing(String key, String condition) {
        String of = "SELECT * FROM gesture WHERE q.of_key = '" + key + "' AND " + condition;
        String happens = isIn("judged_for");
        return of
                + " AND "
                + happens
                + " UNION ALL "
                + of
                + " AND "
                + isIn("told_at")
                + " AND NOT "
                + happens;
    }

    private static String isIn(String column) {
        return "("
                + column
                + " >= coalesce(q.since, '-infinity') AND "
                + column
                + " < coalesce(q.until, 'infinity'))";
    }

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @Inject RunningTotals kept;

    /**
     * @param except gestures that do not count, such as the one that is judged anew
     */
    Map<Question, Counted> count(
            Collection<Question> questions, Organization organization, List<UUID> except) {
        Set<Question> asked = new LinkedHashSet<>(questions);
        Map<Question, Counted> answers = new HashMap<>();
        if (except.isEmpty()) {
            kept.read(asked, organization.revision())
                    .forEach((question, tally) -> answers.put(question, Counted.all(tally)));
        }
        asked.removeAll(answers.keySet());
        if (!asked.isEmpty()) {
            answers.putAll(addedUp(List.copyOf(asked), organization, except));
        }
        return answers;
    }

    private Map<Question, Counted> addedUp(
            List<Question> asked, Organization organization, List<UUID> except) {
        Map<Question, Counted> answers = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(COUNT)) {
            bind(connection, select, asked, organization, except);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    answers.put(
                            asked.get(row.getInt(1)),
                            new Counted(new Usage(row.getLong(2), row.getLong(3)), given(row)));
                }
            }
            return answers;
        } catch (SQLException e) {
            throw new IllegalStateException("what was given before could not be counted", e);
        }
    }

    private static void bind(
            Connection connection,
            PreparedStatement select,
            List<Question> asked,
            Organization organization,
            List<UUID> except)
            throws SQLException {
        Integer[] numbers = new Integer[asked.size()];
        Arrays.setAll(numbers, i -> i);
        List<Scope> scopes = asked.stream().map(q -> q.guardrail().when()).toList();
        int i = 1;
        select.setArray(i++, connection.createArrayOf("int", numbers));
        select.setArray(
                i++, column(connection, "text", asked, q -> q.guardrail().measure().key().name()));
        select.setArray(i++, column(connection, "bigint", asked, CountingGestures::number));
        select.setArray(i++, column(connection, "text", asked, Question::keyValue));
        select.setArray(i++, column(connection, "timestamptz", asked, Question::from));
        select.setArray(i++, column(connection, "timestamptz", asked, Question::until));
        select.setArray(i++, column(connection, "boolean", asked, q -> q.around() != null));
        select.setArray(i++, column(connection, "text", scopes, Scope::kind));
        select.setArray(i++, column(connection, "text", scopes, Scope::category));
        select.setArray(i++, column(connection, "text", scopes, Scope::role));
        select.setArray(
                i++, column(connection, "text", scopes, s -> unitsBelow(s.unit(), organization)));
        select.setArray(i++, column(connection, "text", scopes, Scope::tier));
        select.setArray(i++, column(connection, "text", scopes, Scope::touchpoint));
        select.setArray(i++, column(connection, "text", scopes, Scope::moment));
        select.setArray(i++, column(connection, "boolean", scopes, Scope::outreach));
        select.setArray(i, connection.createArrayOf("uuid", except.toArray()));
    }

    private static <T> java.sql.Array column(
            Connection connection, String type, List<T> items, Function<T, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, items.stream().map(value).toArray());
    }

    private static Long number(Question question) {
        return switch (question.guardrail().measure().key()) {
            case CUSTOMER, STAFF -> Long.valueOf(question.keyValue());
            default -> null;
        };
    }

    private static List<Question.Given> given(ResultSet row) throws SQLException {
        if (row.getArray(4) == null) {
            return List.of();
        }
        BigDecimal[] seconds = (BigDecimal[]) row.getArray(4).getArray();
        Long[] costs = (Long[]) row.getArray(5).getArray();
        BigDecimal[] told = (BigDecimal[]) row.getArray(6).getArray();
        List<Question.Given> given = new ArrayList<>(costs.length);
        for (int i = 0; i < costs.length; i++) {
            given.add(new Question.Given(instant(seconds[i]), instant(told[i]), costs[i]));
        }
        return given;
    }

    private static Instant instant(BigDecimal epochSeconds) {
        if (epochSeconds == null) {
            return null;
        }
        long micros = epochSeconds.movePointRight(6).longValue();
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static String unitsBelow(String unit, Organization organization) {
        return unit == null
                ? null
                : organization.units().stream()
                        .map(u -> u.code())
                        .filter(code -> organization.holds(unit, code))
                        .collect(Collectors.joining(",", ",", ","));
    }
}
