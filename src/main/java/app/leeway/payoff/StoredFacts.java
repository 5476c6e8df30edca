package app.leeway.payoff;

import app.leeway.payoff.statistics.Estimate;
import app.leeway.payoff.statistics.StandardErrors;
import app.leeway.shared.jdbc.SqlText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Evidence from the store's facts, by SQL that another engine may run as well. Comes to the same as
 * {@link Estimator} does in memory with {@link Question#USUAL}.
 */
final class StoredFacts {

    /** What was given. */
    static final String GIVEN = "episode_fact";

    /** What was refused to whoever asked. */
    static final String NO = "asked_fact";

    /** Whatever the day on which the window had ended. */
    static final int EVER = Integer.MAX_VALUE;

    private static final String PAST = "past";
    private static final String SEEN = "seen";

    private final Handle handle;
    private final Query estimating;
    private final Function<String, Query> clustering;

    /** Clusters of one kind, by lens and group. */
    private record Clustered(String key, StandardErrors errors, int got, int others) {}

    /** Reckoned now. */
    StoredFacts(Handle handle, Question question) {
        this(
                handle,
                handle.createQuery(estimating(GIVEN, question.days(), EVER, question.least())),
                cluster ->
                        handle.createQuery(
                                clustering(
                                        GIVEN, cluster, question.days(), EVER, question.least())));
    }

    private StoredFacts(Handle handle, Query estimating, Function<String, Query> clustering) {
        this.handle = handle;
        this.estimating = estimating;
        this.clustering = clustering;
    }

    /** As it was reckoned for an edition. */
    static StoredFacts of(Handle handle, Edition.Key edition) {
        return new StoredFacts(
                handle,
                handle.createQuery("SELECT * FROM payoff_estimate WHERE " + Edition.Key.ROWS)
                        .bindMap(edition.bound()),
                cluster ->
                        handle.createQuery(
                                        "SELECT * FROM payoff_errors WHERE cluster = :cluster AND "
                                                + Edition.Key.ROWS)
                                .bindMap(edition.bound())
                                .bind("cluster", cluster));
    }

    List<Evidence> evidence() {
        hashing(handle);
        Map<String, Clustered> customers = clusters("customer");
        Map<String, Clustered> sites = clusters("site");
        SortedMap<Group, Map<String, Part>> parts = new TreeMap<>();
        estimating
                .map(row -> part(new FactRow(row), customers, sites))
                .forEach(
                        part ->
                                parts.computeIfAbsent(part.group(), any -> new HashMap<>())
                                        .put(part.through(), part));
        return parts.values().stream().map(both -> joined(both.get(PAST), both.get(SEEN))).toList();
    }

    /**
     * Design notice: PostgreSQL cannot know how many rows a part of the query will make, and takes
     * nested loops, or merges by a part of the condition, where hashing is fifty times as fast
     * (6,000 episodes: 26 s against 0.5 s; 50,000: 480 s against 2 s); so it is told not to, until
     * the end of this transaction.
     */
    static void hashing(Handle handle) {
        handle.execute("SET LOCAL enable_nestloop = off");
        handle.execute("SET LOCAL enable_mergejoin = off");
    }

    /**
     * What the two engines run.
     *
     * @param until days since 1970; windows that end later are left out
     */
    static String estimating(String fact, int days, int until, int least) {
        return SqlText.of("lens", "estimate")
                .with("fact", fact)
                .with("horizon", days)
                .with("until", until)
                .with("least", least)
                .complete();
    }

    static String clustering(String fact, String cluster, int days, int until, int least) {
        return SqlText.of("lens", "clusters", "clusters_" + cluster)
                .with("fact", fact)
                .with("cluster", cluster)
                .with("horizon", days)
                .with("until", until)
                .with("least", least)
                .complete();
    }

    /** What one lens shows of a group. */
    private record Part(
            Group group,
            String through,
            int all,
            Lens lens,
            Estimate placebo,
            Naive naive,
            boolean onlyWithoutIncident) {}

    private static Part part(
            FactRow row, Map<String, Clustered> customers, Map<String, Clustered> sites) {
        return new Part(
                row.group(),
                row.lens(),
                row.all(),
                lens(row, customers.get(row.key()), sites.get(row.key())),
                row.plain("p"),
                row.naive(),
                row.onlyWithoutIncident());
    }

    private static Evidence joined(Part past, Part seen) {
        return new Evidence(
                past.group(),
                past.all(),
                past.lens(),
                seen.lens(),
                past.placebo(),
                null,
                past.naive(),
                past.onlyWithoutIncident());
    }

    /** Places have no clusters of their own: a handful of gestures each. */
    private static Lens lens(FactRow row, Clustered customers, Clustered sites) {
        Estimate value = row.value();
        return new Lens(
                value,
                row.uncapped(),
                row.plain("a"),
                customers == null ? value.errors() : customers.errors(),
                sites == null ? null : sites.errors(),
                customers == null ? 0 : customers.got(),
                customers == null ? 0 : customers.others(),
                row.balance());
    }

    private Map<String, Clustered> clusters(String cluster) {
        return clustering
                .apply(cluster)
                .map(row -> clustered(new FactRow(row)))
                .collectToMap(Clustered::key, clustered -> clustered);
    }

    private static Clustered clustered(FactRow row) {
        return new Clustered(row.key(), row.errors(), row.count("got"), row.count("other"));
    }
}
