package app.leeway.gesture;

import app.leeway.guardrail.Question;
import app.leeway.guardrail.Scope;
import app.leeway.guardrail.Usage;
import app.leeway.organization.Organization;
import app.leeway.shared.jdbc.RecordMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
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
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

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
            WITH q AS (SELECT * FROM unnest(:numbers, :keys, :ids, :values, :since, :until, :rolling,
                :kinds, :categories, :roles, :units, :tiers, :touchpoints, :moments, :outreach)
              AS q (n, of_key, number, value, since, until, rolling, kind, category, role, units, tier, touchpoint,
                moment, outreach))
            SELECT q.n, coalesce(sum(g.cost_minor), 0)::bigint AS sum_minor, count(g.id) AS count,
                   array_agg(g.judged_for) FILTER (WHERE q.rolling AND g.id IS NOT NULL) AS judged_for,
                   array_agg(g.cost_minor) FILTER (WHERE q.rolling AND g.id IS NOT NULL) AS costs_minor,
                   array_agg(g.told_at) FILTER (WHERE q.rolling AND g.id IS NOT NULL) AS told_at
            FROM q LEFT JOIN LATERAL (
              SELECT * FROM (%s) k
              WHERE k.state IN ('awaiting-approval', 'held', 'settled')
                AND k.id <> ALL (:except)
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

    /** The arrays are null unless the window is rolling and something is in it. */
    private record Row(
            int n,
            long sumMinor,
            long count,
            Instant[] judgedFor,
            Long[] costsMinor,
            Instant[] toldAt) {

        Counted counted() {
            List<Question.Given> given = new ArrayList<>();
            for (int i = 0; costsMinor != null && i < costsMinor.length; i++) {
                given.add(new Question.Given(judgedFor[i], toldAt[i], costsMinor[i]));
            }
            return new Counted(new Usage(sumMinor, count), given);
        }
    }

    private static final RecordMapper<Row> ROW = RecordMapper.of(Row.class);

    @Inject Jdbi jdbi;

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
        jdbi.useHandle(
                handle ->
                        bound(handle.createQuery(COUNT), asked, organization)
                                .bindArray("except", UUID.class, except)
                                .map(ROW)
                                .forEach(row -> answers.put(asked.get(row.n()), row.counted())));
        return answers;
    }

    private static Query bound(Query count, List<Question> asked, Organization organization) {
        List<Scope> scopes = asked.stream().map(q -> q.guardrail().when()).toList();
        return count.bindArray("numbers", Integer.class, RunningTotals.numbers(asked))
                .bindArray(
                        "keys",
                        String.class,
                        column(asked, q -> q.guardrail().measure().key().name()))
                .bindArray("ids", Long.class, column(asked, CountingGestures::number))
                .bindArray("values", String.class, column(asked, Question::keyValue))
                .bindArray("since", Instant.class, column(asked, Question::from))
                .bindArray("until", Instant.class, column(asked, Question::until))
                .bindArray("rolling", Boolean.class, column(asked, q -> q.around() != null))
                .bindArray("kinds", String.class, column(scopes, Scope::kind))
                .bindArray("categories", String.class, column(scopes, Scope::category))
                .bindArray("roles", String.class, column(scopes, Scope::role))
                .bindArray(
                        "units",
                        String.class,
                        column(scopes, s -> unitsBelow(s.unit(), organization)))
                .bindArray("tiers", String.class, column(scopes, Scope::tier))
                .bindArray("touchpoints", String.class, column(scopes, Scope::touchpoint))
                .bindArray("moments", String.class, column(scopes, Scope::moment))
                .bindArray("outreach", Boolean.class, column(scopes, Scope::outreach));
    }

    private static <T, V> List<V> column(List<T> items, Function<T, V> value) {
        return items.stream().map(value).toList();
    }

    private static Long number(Question question) {
        return switch (question.guardrail().measure().key()) {
            case CUSTOMER, STAFF -> Long.valueOf(question.keyValue());
            default -> null;
        };
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
